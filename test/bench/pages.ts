/**
 * Pages for measurements: the program's own as they are built, and the least that a page can be, built
 * alike. Both are served on loopback to a Chromium of their own, where their own clock is read.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { build } from 'vite'
import react from '@vitejs/plugin-react'
import { findChromium } from '../chromium-host/chromium'

/** The pages of the program, as `npm run build` leaves them. */
export const windowPages = resolve('out/renderer')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

let built: Promise<string> | undefined

/** Builds the pages to compare with, once, for the same Chromium as the program's. Gives their folder. */
export function basePages(): Promise<string> {
  built ??= buildBasePages()
  return built
}

async function buildBasePages(): Promise<string> {
  const [root, outDir] = [resolve('test/bench/base-page'), resolve('out/bench-pages')]
  const input = ['button', 'libraries', 'input'].map((name) => join(root, `${name}.html`))
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome140', rolldownOptions: { input } },
  })
  return outDir
}

export interface PageBench {
  readonly context: BrowserContext
  /** Where the program's pages are, with a slash at the end. */
  readonly ours: string
  /** Where the pages to compare with are, with a slash at the end. */
  readonly base: string
  /** Opens a page in a window of its own, in sight whatever else is opened. */
  openInWindow(): Promise<Page>
  close(): Promise<void>
}

/** Serves both kinds of pages and starts a Chromium for them. */
export async function openPages(): Promise<PageBench> {
  const folders: Readonly<Record<string, string>> = {
    ours: windowPages,
    base: await basePages(),
  }
  const server = createServer((request, response) => {
    const [, kind = '', ...rest] = (request.url ?? '').split('?')[0]?.split('/') ?? []
    const folder = folders[kind]
    const path = normalize(rest.join('/'))
    if (folder === undefined || path.startsWith('..')) return void response.writeHead(404).end()
    readFile(join(folder, path)).then(
      (body) => {
        const type = types[extname(path)] ?? 'application/octet-stream'
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address !== 'object') throw new Error('The server has no port.')
  const origin = `http://127.0.0.1:${address.port}`
  const browser = await launchBrowser()
  const view = { viewport: { width: 1100, height: 720 } }
  const context = await browser.newContext(view)
  // A page that stays: without one, each page that is measured comes and goes with a window of Chromium's
  // own, whose making takes as much of both cores as the page does.
  await context.newPage()
  return {
    context,
    ours: `${origin}/ours/`,
    base: `${origin}/base/`,
    openInWindow: async () => (await browser.newContext(view)).newPage(),
    async close() {
      await browser.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A frame is drawn when there is something to draw, so that waiting for the next one is not measured.
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
      // Who drives a page asks V8 for stacks; where its functions stand is noted when they are compiled,
      // instead of parsing them anew for that in the time that is measured.
      '--js-flags=--no-enable-lazy-source-positions',
    ],
    chromiumSandbox: process.getuid?.() !== 0,
  })
}
