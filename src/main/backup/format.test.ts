import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fileText, sealOctets } from '../../../test/fakes/backup-file'
import { must } from '../../../test/fakes/program'
import { tagLimit } from '../../shared/account-parts'
import { fail } from '../../shared/failure'
import { entryLimit, readContent } from './content'
import { bodyLimitBytes, openBackup, partLimit, readBackup, sealBackup } from './format'

const passphrase = 'eight grey otters'
const content = { accounts: [{ email: 'anna@example.org' }], servers: [] }
const made = Date.UTC(2026, 10, 20, 12)

async function sealed(): Promise<string> {
  return must(await sealBackup(content, passphrase, made, 10))
}

/** What becomes of a file: what was sealed, or why not. */
async function outcome(text: string, typed = passphrase): Promise<unknown> {
  const read = readBackup(text)
  if (!read.ok) return read.failure.code
  const opened = await openBackup(read.value, typed)
  return opened.ok ? opened.value : opened.failure.code
}

describe('the file of a backup', () => {
  it('opens with its passphrase, as any keyboard writes it', async () => {
    expect(await outcome(await sealed())).toEqual(content)
    const text = must(await sealBackup(content, 'k\u00e4yt\u00e4v\u00e4 otter', made, 10))
    expect(await outcome(text, 'ka\u0308yta\u0308va\u0308 otter')).toEqual(content)
  })

  it('tells a wrong passphrase from a damaged file', async () => {
    const text = await sealed()
    expect(await outcome(text, 'eight gray otters')).toBe('wrong-passphrase')
    expect(await outcome(text.slice(0, -100))).toBe('backup-damaged')
  })

  it('says nothing in clear but when it was made and how its key is derived', async () => {
    const { format, version, created, key, check, body, sum, ...rest } = JSON.parse(
      await sealed(),
    ) as Record<string, unknown>
    expect({ format, version, created }).toEqual({
      format: 'latchkey-backup',
      version: 1,
      created: '2026-11-20T12:00:00.000Z',
    })
    expect(Object.keys(key as object)).toEqual(['kind', 'log2N', 'r', 'p', 'salt'])
    expect([check, body, sum].every((one) => typeof one === 'string')).toBe(true)
    expect(rest).toEqual({})
  })

  it('is damaged, not a backup, or the same, whichever octet is changed', async () => {
    const good = Buffer.from(await sealed())
    const told = new Map<unknown, number>()
    for (let at = 0; at < good.length; at += 1) {
      for (const flip of [1, 0x20, 0x80]) {
        const bad = Buffer.from(good)
        bad[at] = (good[at] ?? 0) ^ flip
        const found = await outcome(bad.toString('utf8'))
        const clear = typeof found === 'string'
        if (!clear) expect(found, `octet ${at}`).toEqual(content)
        told.set(clear ? found : 'the same', (told.get(clear ? found : 'the same') ?? 0) + 1)
      }
    }
    // A passphrase is never called wrong because a file is damaged.
    const expected = ['backup-damaged', 'backup-newer', 'not-a-backup', 'the same']
    expect(expected).toEqual(expect.arrayContaining([...told.keys()]))
    expect(told.get('backup-damaged')).toBeGreaterThan(good.length)
  })

  it('is damaged, or not a backup, cut at any length', async () => {
    const text = await sealed()
    for (let end = 0; end < text.length - 2; end += 1) {
      expect(['backup-damaged', 'not-a-backup']).toContain(await outcome(text.slice(0, end)))
    }
  })

  it.each(['', 'hello', '[]', 'null', '7', '{"format":"another"}', '\u0000'.repeat(100)])(
    '%j is not a backup',
    async (text) => {
      expect(await outcome(text)).toBe('not-a-backup')
    },
  )

  it('of a later version is refused as that, whatever it looks like', async () => {
    expect(await outcome('{"format":"latchkey-backup","version":2}')).toBe('backup-newer')
  })

  it('with fields that this version does not know opens as ever', async () => {
    const file = { ...(JSON.parse(await sealed()) as object), more: true }
    expect(await outcome(JSON.stringify(file))).toEqual(content)
  })

  it('whose sum somebody has made to fit is still refused', async () => {
    const good = sealOctets(passphrase, gzipSync(JSON.stringify(content)))
    expect(await outcome(fileText(good))).toEqual(content)
    const told = []
    for (const change of [
      { created: '2020-01-01T00:00:00.000Z' },
      { body: Buffer.alloc(200).toString('base64') },
      { body: '' },
      // As many characters as 32 octets take, and 33 octets.
      { check: Buffer.alloc(33).toString('base64') },
      { key: { ...good.key, salt: Buffer.alloc(17).toString('base64') } },
      { check: Buffer.alloc(32).toString('base64') },
      { key: { ...good.key, log2N: 11 } },
    ]) {
      told.push(await outcome(fileText({ ...good, ...change })))
    }
    const damaged = 'backup-damaged'
    expect(told).toEqual([
      damaged,
      damaged,
      damaged,
      damaged,
      damaged,
      'wrong-passphrase',
      'wrong-passphrase',
    ])
  })

  it('whose key cannot be derived here and now is not called damaged', async () => {
    // The system refuses what is no whole number as it does when it has no memory: by an error of its own.
    const good = must(readBackup(await sealed()))
    const refused = { ...good, key: { ...good.key, p: 1.5 } }
    await expect(openBackup(refused, passphrase)).rejects.toThrow()
  })

  it('whose key would take more memory than is allowed, is damaged', async () => {
    const good = sealOctets(passphrase, gzipSync('{}'))
    const greedy = { ...good, key: { ...good.key, log2N: 20, r: 16 } }
    expect(await outcome(fileText(greedy))).toBe('backup-damaged')
  })
})

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

const account = (at: number) => ({
  ...{
    adapter: 'cloudreve',
    server: `https://cloud-${at}.example.org`,
    email: `${at}@example.org`,
  },
  ...{ label: `Account, {${at}}`, colour: 'teal', tags: times(tagLimit, (tag) => `tag [${tag}]`) },
  ...{ hidden: false, active: true, createdAt: made },
  session: {
    ...{ access: `access-${at}`, refresh: `refresh-${at}` },
    ...{ accessExpiresAt: made, refreshExpiresAt: made },
  },
  password: `"{[,${at}`,
})

const server = (at: number) => ({
  ...{
    adapter: 'cloudreve',
    baseUrl: `https://cloud-${at}.example.org`,
    site: true,
    name: 'Cloud',
  },
  facts: [{ key: 'version', value: { kind: 'text', text: '4.1.0' } }],
  settings: { path: '/a,b' },
})

describe('a body', () => {
  it('that unpacks to more than fits is refused before it does', async () => {
    const bomb = gzipSync(Buffer.alloc(bodyLimitBytes + 1))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await outcome(fileText(sealOctets(passphrase, bomb)))).toBe('backup-too-large')
  })

  it('that would become more objects than anybody’s accounts is refused before they are made', async () => {
    const many = (parts: number) => `[${'{},'.repeat(parts / 2 - 1)}{}]`
    const head = '{"accounts":[],"servers":[],"more":'
    const bomb = gzipSync(`${head}${many(partLimit)}}`)
    expect(bomb.length).toBeLessThan(20_000)
    expect(await outcome(fileText(sealOctets(passphrase, bomb)))).toBe('backup-too-large')
    // Refused as it stands, and not for what becomes of it.
    const cut = gzipSync(`${head}${many(partLimit).slice(0, -1)}`)
    expect(await outcome(fileText(sealOctets(passphrase, cut)))).toBe('backup-too-large')
    expect(await sealBackup(JSON.parse(many(partLimit + 2)), passphrase, made, 10)).toEqual(
      fail('backup-too-large'),
    )
  })

  it('is not looked at in a file that would become as many itself', async () => {
    const good = fileText(sealOctets(passphrase, gzipSync(JSON.stringify(content))))
    const more = (parts: number) => `"more":[${','.repeat(parts)}]}`
    const large = `${good.slice(0, -1)},${more(partLimit)}`
    expect(await outcome(large)).toBe('backup-too-large')
    expect(await outcome(`{"format":"another",${more(partLimit)}`)).toBe('not-a-backup')
  })

  it('of as many accounts and sites as are read, each with everything, opens', async () => {
    const full = { accounts: times(entryLimit, account), servers: times(entryLimit, server) }
    const text = must(await sealBackup(full, passphrase, made, 10))
    const { accounts, servers, unreadable } = must(readContent(await outcome(text)))
    expect([accounts.length, servers.length, unreadable]).toEqual([entryLimit, entryLimit, []])
    expect(accounts.at(-1)).toEqual(full.accounts.at(-1))
    expect(servers.at(-1)).toEqual(full.servers.at(-1))
  }, 60_000)

  it('of ten thousand accounts with the longest secrets opens', async () => {
    const secret = () => randomBytes(1_875).toString('base64url')
    const long = (at: number) => {
      const session = { access: secret(), refresh: undefined }
      return { ...account(at), session, password: secret(), label: 'x'.repeat(320) }
    }
    const text = must(
      await sealBackup({ accounts: times(10_000, long), servers: [] }, passphrase, made, 10),
    )
    const { accounts, unreadable } = must(readContent(await outcome(text)))
    expect([accounts.length, unreadable]).toEqual([10_000, []])
  }, 60_000)

  it.each([Buffer.from('not packed'), gzipSync('not json'), Buffer.alloc(0)])(
    'that is no packed JSON is damaged',
    async (body) => {
      expect(await outcome(fileText(sealOctets(passphrase, body)))).toBe('backup-damaged')
    },
  )
})
