/**
 * The documents, read as somebody reads them who believes them: each command is proven somewhere, each
 * link leads to a file or a heading, each name in bold in the guide stands in a window.
 */
import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { npmCommand } from '../../../scripts/npm.mjs'
import { readTables } from '../../../scripts/tables.mjs'
import { en as cloudreve } from '../../../src/main/adapters/cloudreve/text/en'
import { en as ipcola } from '../../../src/main/adapters/ipcola/text/en'
import { en as ruuvi } from '../../../src/main/adapters/ruuvi/text/en'
import { en } from '../../../src/shared/text/en'
import { proofs } from './proofs'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)

const pages = [...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'], ...below('docs')]
const run = promisify(execFile)

/** What is between fences of three backticks is no prose. */
const fences = /^```.*\n([\s\S]*?)^```$/gm

/** The lines of a page that one would type: whole blocks for a shell, and what stands in backticks. */
function commandsOf(page: string): string[] {
  const blocks = [...page.matchAll(/^```(?:sh|bash|console)\n([\s\S]*?)^```$/gm)]
  const typed = blocks.flatMap(([, block = '']) => block.split('\n'))
  const named = [...page.replace(fences, '').matchAll(/`((?:npm|npx|node|latchkey) [^`]+)`/g)]
  return [...typed, ...named.map(([, command = '']) => command)]
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s+# .*$/, '')
        .trim(),
    )
    .filter((line) => line !== '')
}

const commands = new Map(pages.flatMap((page) => commandsOf(read(page)).map((one) => [one, page])))

describe('a command in a document', () => {
  it.each([...commands])('has its proof: %s (%s)', (command) => {
    expect(proofs[command], 'say in proofs.ts how it is proven').toBeDefined()
  })

  it('has no proof that nobody needs', () => {
    const unused = Object.keys(proofs).filter((command) => !commands.has(command))
    expect(unused.filter((command) => proofs[command]?.by === 'file')).toEqual([])
  })

  it.each(Object.entries(proofs))('is proven: %s', async (command, proof) => {
    const [, script] = /^npm run (?:-s )?([\w:-]+)/.exec(command) ?? []
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    if (script !== undefined) expect(Object.keys(scripts)).toContain(script)
    switch (proof.by) {
      case 'file':
        return expect(read(proof.file), proof.file).toContain(proof.holds)
      case 'running it': {
        const npm = npmCommand()
        const words = [...npm.args, ...command.split(' ').slice(1)]
        const { stdout } = await run(npm.command, words, { cwd: root })
        return expect(stdout).toMatch(proof.says)
      }
    }
  })

  it('shows the fingerprint of a certificate as Latchkey does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-fingerprint-'))
    const { cert } = await import('../http/kit/certificates').then((kit) =>
      kit.selfSigned(['site.example']),
    )
    writeFileSync(join(folder, 'certificate.pem'), cert)
    const [, ...words] = 'openssl x509 -in certificate.pem -noout -fingerprint -sha256'.split(' ')
    const { stdout } = await run('openssl', words, { cwd: folder })
    rmSync(folder, { recursive: true })
    expect(stdout).toContain(new X509Certificate(cert).fingerprint256)
  })
})

describe('a link in a document', () => {
  /** A heading's name in an address, as GitHub makes it. */
  const anchorOf = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-')
  const linksOf = (page: string): string[] => {
    const text = read(page).replace(fences, '')
    return [
      ...[...text.matchAll(/\]\(([^)\s]+)\)/g)],
      ...[...text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)],
    ].map(([, target = '']) => target)
  }
  const links = pages.flatMap((page) =>
    linksOf(page)
      .filter((target) => !/^https?:/.test(target))
      .map((target) => [page, target] as const),
  )

  it.each(links)('leads somewhere: %s -> %s', (page, target) => {
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? page : normalize(join(dirname(page), path)).replaceAll('\\', '/')
    expect(existsSync(join(root, file)), file).toBe(true)
    if (anchor === undefined) return
    const headings = [
      ...read(file)
        .replace(fences, '')
        .matchAll(/^#+ (.*)$/gm),
    ]
    expect(headings.map(([, heading = '']) => anchorOf(heading))).toContain(anchor)
  })

  it('leads out over https alone', () => {
    const plain = pages.filter((page) => linksOf(page).some((target) => target.startsWith('http:')))
    expect(plain).toEqual([])
  })
})

describe('the guide', () => {
  const guide = below('docs/guide')

  it('has each of its pages in its list', () => {
    const listed = readTables(read('docs/guide/README.md'))[0]?.rows.map((row) => row['page'])
    for (const page of guide.filter((one) => !one.endsWith('README.md'))) {
      const name = page.replace('docs/guide/', '')
      expect(
        listed?.some((cell) => cell?.includes(`(${name})`)),
        name,
      ).toBe(true)
    }
  })

  /** All words of a catalogue that are not made of something else. */
  function wordsIn(value: unknown): string[] {
    if (typeof value === 'string') return [value]
    if (typeof value !== 'object' || value === null) return []
    return Object.values(value).flatMap(wordsIn)
  }
  const shown = wordsIn([en, cloudreve, ipcola, ruuvi]).map((words) => words.toLowerCase())
  /** Names of services, and sentences that a name is filled into. */
  const others = ['ipcola', 'ruuvi cloud', 'cloudreve', 'trust this certificate for …']
  // A name that ends like a sentence begins a paragraph, and is no name.
  const bold = guide.flatMap((page) =>
    [...read(page).matchAll(/\*\*([^*]+?)\*\*/g)]
      .map(([, name = '']) => name.replace(/\s+/g, ' '))
      .filter((name) => !/[.?!”]$/.test(name))
      .map((name) => [page, name] as const),
  )

  it.each(bold)('names what stands in a window: %s, %s', (_page, name) => {
    expect([...shown, ...others]).toContain(name.toLowerCase())
  })
})
