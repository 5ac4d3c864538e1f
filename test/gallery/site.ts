/** The gallery's page, built afresh and served on loopback: a second's work, and never an old one. */
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { build } from 'vite'

export interface Site {
  readonly url: string
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** Builds the page into a folder of its own beside its pictures. */
export async function buildGallery(root: string): Promise<string> {
  const outDir = join(root, 'out/gallery-page')
  await build({
    root: join(root, 'src/renderer/gallery'),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, target: 'chrome120' },
  })
  return outDir
}

/** Serves the files of a folder, and nothing that lies outside of it. */
export async function serveFolder(folder: string): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback')
    const file = resolve(
      join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)),
    )
    if (!file.startsWith(folder + sep) || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
