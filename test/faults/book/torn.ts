/** Books that a power cut, a bad disk or another program has spoilt. */
import { bookFormat } from '../../../src/main/accounts/book'
import { Findings, type Outcome } from '../fault'
import { bookText, content, Shelf } from './shelf'

const backup = JSON.stringify({ version: 1, ...content })

/** Looks at a spoilt file beside a good copy: everything is still there, and what was spoilt is kept. */
async function besideCopy(text: string | Buffer, where: string, findings: Findings): Promise<void> {
  const shelf = await Shelf.with({ 'book.json': text, 'book.json.bak': backup })
  try {
    const loaded = await shelf.load()
    const there = new Set(loaded.value.accounts.map(({ id }) => id))
    const lost = content.accounts.filter(({ id }) => !there.has(id)).length
    // A change of one letter may leave a good book of another account.
    const fine = loaded.kind === 'fine' && loaded.value.accounts.length === content.accounts.length
    if (lost > 0 && !fine)
      findings.count({ accountsLost: lost }, `${where}: ${lost} accounts are gone`)
    if (loaded.kind !== 'restored') return
    const aside = await shelf.read(loaded.setAside)
    findings.check(aside === text.toString(), `${where}: what was set aside is not what was there`)
  } finally {
    await shelf.close()
  }
}

/** Looks at a spoilt file that is all there is: it is kept and named, and never written over. */
async function alone(text: string | Buffer, where: string, findings: Findings): Promise<void> {
  const shelf = await Shelf.with({ 'book.json': text })
  try {
    const it = await shelf.open()
    const { book } = it.program.mirror.snapshot()
    findings.check(book.kind === 'damaged', `${where}: the book is called ${book.kind}`)
    if (book.kind !== 'damaged') return
    await it.program.handlers['settings.change']({ notifications: false }, nobody)
    await it.program.close()
    const aside = await shelf.read(book.setAside)
    findings.check(aside === text.toString(), `${where}: what was set aside is not what was there`)
    const secrets = shelf.keychain.secrets.size
    findings.check(secrets === 4, `${where}: secrets of a book that cannot be read were deleted`)
  } finally {
    await shelf.close()
  }
}

const nobody = { windowId: 1, paste: () => undefined }

/** Every length at which a write can have been cut off, beside a good copy; a choice of them alone. */
export async function torn(step = 1): Promise<Outcome> {
  const findings = new Findings()
  const bytes = Buffer.from(bookText)
  let tried = 0
  for (let length = 0; length < bytes.length; length += step) {
    await besideCopy(bytes.subarray(0, length), `cut at ${length}`, findings)
    tried += 1
  }
  const few = [0, 1, 2, 12, Math.floor(bytes.length / 2), bytes.length - 2, bytes.length - 1]
  for (const length of few) {
    await alone(bytes.subarray(0, length), `cut at ${length} without a copy`, findings)
    // Some file systems keep the length of a file whose content never reached the disk.
    const zeros = Buffer.concat([bytes.subarray(0, length), Buffer.alloc(bytes.length - length)])
    await besideCopy(zeros, `zeros from ${length}`, findings)
    await alone(zeros, `zeros from ${length} without a copy`, findings)
  }
  return findings.outcome(
    `a book cut at ${tried} lengths, and ${few.length * 3} times without a copy or with zeros`,
  )
}

/** One byte of the book changed, at every place or at some. */
export async function flipped(step = 1): Promise<Outcome> {
  const findings = new Findings()
  let tried = 0
  const bytes = Buffer.from(bookText)
  for (let at = 0; at < bytes.length; at += step) {
    const spoilt = Buffer.from(bytes)
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8))
    const shelf = await Shelf.with({ 'book.json': spoilt, 'book.json.bak': backup })
    const loaded = await shelf.load()
    const lost = content.accounts.length - loaded.value.accounts.length
    if (lost > 0) findings.count({ accountsLost: lost }, `byte ${at}: ${lost} accounts are gone`)
    await shelf.close()
    tried += 1
  }
  return findings.outcome(`a book with one wrong bit, at ${tried} places`)
}

const wrong: readonly unknown[] = [null, true, -1, 1e21, '', 'x', [], [1], {}, { x: 1 }]

/** Every value of the book replaced by one of every other type. */
export async function wrongTypes(): Promise<Outcome> {
  const findings = new Findings()
  const book: unknown = JSON.parse(bookText)
  let tried = 0
  for (const path of pathsIn(book)) {
    for (const value of wrong) {
      // A list without accounts is a good book, of somebody who has none.
      if (path.join() === 'accounts' && Array.isArray(value) && value.length === 0) continue
      const where = `${path.join('.')} is ${JSON.stringify(value)}`
      await besideCopy(JSON.stringify(replaced(book, path, value)), where, findings)
      tried += 1
    }
  }
  return findings.outcome(`a book with a value of the wrong type, ${tried} times`)
}

const companions = [
  'activity.json',
  'outcomes.json',
  'history.json',
  'settings.json',
  'expiry-notices.json',
]

/** The files beside the book spoilt in every way: they cost no account and never stop the start. */
export async function companionsSpoilt(): Promise<Outcome> {
  const findings = new Findings()
  const texts = [
    '',
    '{',
    'null',
    '[]',
    '{"version":1}',
    '{"version":"1"}',
    '{"version":99}',
    '\0\0\0\0',
  ]
  let tried = 0
  for (const name of companions) {
    for (const text of texts) {
      const shelf = await Shelf.with({ 'book.json': bookText, [name]: text })
      const where = `${name} holds ${JSON.stringify(text)}`
      try {
        const it = await shelf.open()
        const told = it.program.mirror.snapshot().settingsFile.kind !== 'fine'
        const should = name === 'settings.json' && text !== '{"version":1}'
        findings.check(told === should, `${where}: the person is ${told ? '' : 'not '}told of it`)
        const lost = content.accounts.length - it.program.views.accounts().length
        if (lost > 0) findings.count({ accountsLost: lost }, `${where}: ${lost} accounts are gone`)
        const changed = await it.program.handlers['settings.change'](
          { notifications: false },
          nobody,
        )
        const refused = changed.ok ? undefined : changed.failure.code
        const may = refused === undefined || refused === 'book-read-only'
        findings.check(may, `${where}: a setting cannot be changed: ${refused ?? ''}`)
        await it.program.close()
        findings.check(
          (await shelf.read('book.json')) === bookText,
          `${where}: the book has changed`,
        )
      } catch (error) {
        findings.check(false, `${where}: ${String(error)}`)
      }
      await shelf.close()
      tried += 1
    }
  }
  return findings.outcome(`files beside the book spoilt, ${tried} times`)
}

/** The book or its copy gone. */
export async function missing(): Promise<Outcome> {
  const findings = new Findings()
  const cases = [
    { files: { 'book.json': bookText }, kind: 'fine', accounts: 4 },
    { files: { 'book.json.bak': bookText }, kind: 'restored', accounts: 4 },
    { files: {}, kind: 'fine', accounts: 0 },
    { files: { 'book.json': bookText, 'book.json.bak': '{"ver' }, kind: 'fine', accounts: 4 },
    { files: { 'book.json': bookText, 'book.json.new': '{"ver' }, kind: 'fine', accounts: 4 },
    { files: { 'book.json': '{"ver', 'book.json.bak': '{"ver' }, kind: 'damaged', accounts: 0 },
  ]
  for (const { files, kind, accounts } of cases) {
    const shelf = await Shelf.with(Object.fromEntries(Object.entries(files)))
    const where = Object.keys(files).join(' and ')
    const it = await shelf.open()
    const { book } = it.program.mirror.snapshot()
    findings.check(book.kind === kind, `${where}: the book is called ${book.kind}`)
    const found = it.program.views.accounts().length
    if (found < accounts)
      findings.count({ accountsLost: accounts - found }, `${where}: accounts are gone`)
    await it.program.close()
    await shelf.close()
  }
  return findings.outcome('a book, its copy or both gone or half-written')
}

/** The book of a newer version: shown, and not a byte of it changed by anything the person does. */
export async function newer(): Promise<Outcome> {
  const findings = new Findings()
  const text = JSON.stringify({ version: bookFormat.version + 1, ...content, later: { more: 1 } })
  const files = [{ 'book.json': text }, { 'book.json': '{"torn', 'book.json.bak': text }]
  for (const given of files) {
    const shelf = await Shelf.with(Object.fromEntries(Object.entries(given)))
    const before = await texts(shelf)
    const it = await shelf.open()
    const { handlers, views, mirror, runner } = it.program
    const where = Object.keys(given).join(' and ')
    findings.check(mirror.snapshot().book.kind === 'newer', `${where}: it is not called newer`)
    findings.check(views.accounts().length === 4, `${where}: not all accounts are shown`)
    const account = content.accounts[0]?.id
    if (!account) throw new Error('The book is empty.')
    const results = [
      await handlers['accounts.describe']({ account, label: 'x' }, nobody),
      await handlers['accounts.hide']({ account, hidden: true }, nobody),
      await handlers['removal.begin']({ account }, nobody),
    ]
    for (const result of results) {
      const code = result.ok ? 'nothing' : result.failure.code
      findings.check(code === 'book-read-only', `${where}: a change was answered with ${code}`)
    }
    const begun = await runner.begin('login', madeUp, undefined)
    if (begun.ok) await runner.submit(begun.value.id, 'email', { email: 'new@example.com' })
    await it.program.close()
    const after = await texts(shelf)
    findings.check(after === before, `${where}: files have changed`)
    const orphans = shelf.orphans(content.accounts)
    if (orphans.length > 0) {
      findings.count(
        { secretsOrphaned: orphans.length },
        `${where}: nobody knows of ${orphans.join()}`,
      )
    }
    findings.check(shelf.keychain.secrets.size === 4, `${where}: a secret was deleted`)
    await shelf.close()
  }
  return findings.outcome('a book of a newer version, with everything a person may try')
}

const madeUp = content.accounts[0]?.server ?? ('' as never)

async function texts(shelf: Shelf): Promise<string> {
  const names = (await shelf.names()).filter((name) => name.startsWith('book.json')).sort()
  const all = await Promise.all(names.map(async (name) => [name, await shelf.read(name)]))
  return JSON.stringify(all)
}

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Object.entries(value as Readonly<Record<string, unknown>>)
  return [path, ...entries.flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}
