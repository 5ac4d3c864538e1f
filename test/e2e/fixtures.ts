/** What every end-to-end spec has: the sandbox, a real keyring, the built app and a person at its window. */
import { readFile, readdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startKeyring, type Keyring } from '../integration/keychain/keyring'
import { startSandbox, type Sandbox } from '../sandbox/sandbox'
import { Person } from '../walks/person'
import { launchApp, type RunningApp } from './launch'

/** One computer: its services, its keyring and its files outlive the program. */
export interface Computer {
  readonly sandbox: Sandbox
  /** Undefined where the system's own keychain is used, which is not Linux. */
  readonly keyring: Keyring | undefined
  readonly profile: string
  /** What the program is started with: the keyring's bus and folders, the sandbox. */
  readonly env: Readonly<Record<string, string>>
  /** Starts the program; `env` is added to its environment. */
  start(env?: Readonly<Record<string, string>>, args?: readonly string[]): Promise<Person>
  /** Everything that lies in the profile's files, for searching. */
  files(): Promise<string>
}

interface Fixtures {
  readonly computer: Computer
  readonly person: Person
}

export const test = base.extend<Fixtures>({
  computer: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'latchkey-e2e-'))
    const sandbox = await startSandbox()
    const keyring = process.platform === 'linux' ? await startKeyring() : undefined
    const running: RunningApp[] = []
    const { mailbox, ...servers } = sandbox.urls
    const given = {
      ...keyring?.env,
      LATCHKEY_SERVERS: JSON.stringify(servers),
      LATCHKEY_MAILBOX: mailbox,
    }
    await use({
      sandbox,
      keyring,
      profile,
      env: given,
      async start(env = {}, args = []) {
        const app = await launchApp({
          profile,
          args,
          env: { ...given, ...env },
        })
        running.push(app)
        return new Person({ app, sandbox })
      },
      files: () => filesIn(profile),
    })
    for (const app of running) await app.close()
    await keyring?.close()
    await sandbox.close()
    await rm(profile, { recursive: true, force: true })
  },
  person: async ({ computer }, use) => {
    await use(await computer.start())
  },
})

export { expect } from '@playwright/test'

/**
 * All texts of a folder. A file that was named anew between the listing and the reading is another
 * one by then, so the folder is listed again: each name is read that stood in one listing.
 */
async function filesIn(folder: string): Promise<string> {
  for (;;) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    const texts = await Promise.all(files.map((file) => textOf(join(file.parentPath, file.name))))
    if (!texts.includes(undefined)) return texts.join('\n')
  }
}

/** @returns undefined if nothing has that name any more */
async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'latin1')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
