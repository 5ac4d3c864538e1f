/** For the tests of this folder: bundles the host once and starts the fixture on it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { launchOnChromiumHost, type HostedApp, type LaunchOptions } from './launch'

const root = resolve(import.meta.dirname, '../..')

export const fixtureApp = join(import.meta.dirname, 'fixtures/app')

/** Bundles the host as vite.tools.config.ts does, into a folder of its own beside its packages. */
export async function bundleHost(name: string): Promise<string> {
  const outDir = join(root, 'out/test', `chromium-host-${name}`)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node20',
      ssr: 'test/chromium-host/cli.ts',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'chromium-host.mjs' } },
    },
  })
  return join(outDir, 'chromium-host.mjs')
}

/** Starts apps with a home of their own each, and ends all of them. */
export class Launches {
  private readonly folders: string[] = []
  private readonly apps: HostedApp[] = []

  constructor(private readonly hostFile: string) {}

  folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'chromium-host-test-'))
    this.folders.push(made)
    return made
  }

  async start(options: Partial<LaunchOptions> = {}): Promise<HostedApp> {
    const { env, ...rest } = options
    const home = env?.['HOME'] ?? this.folder()
    const app = await launchOnChromiumHost({
      appDir: fixtureApp,
      hostFile: this.hostFile,
      ...rest,
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), ...env },
    })
    this.apps.push(app)
    return app
  }

  async end(): Promise<void> {
    await Promise.all(this.apps.map((app) => app.kill()))
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true })
  }
}
