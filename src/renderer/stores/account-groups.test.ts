import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accounts, snapshot } from '../gallery/samples'
import type { AccountView } from '../../shared/account'
import { accountId } from '../../shared/ids'
import { textFor } from '../../shared/text'
import { groupAccounts, movesBefore } from './account-groups'
import { shownAccounts, type ListFilter } from './shown-accounts'

const [first] = accounts
if (!first) throw new Error('The samples are empty.')
const text = textFor('en')
const names = text.accounts

function labels(query: string, filter?: ListFilter, all = accounts): string[] {
  const groups = groupAccounts({ ...snapshot(), accounts: all }, names)
  return shownAccounts(groups, query, filter, text).groups.flatMap((group) =>
    group.accounts.map((one) => one.label),
  )
}

/** One account is another from now on; the list is a new one each time, as a change makes it. */
function changed(all: readonly AccountView[], at: number, how: string): AccountView[] {
  const next = [...all]
  const one = next[at % next.length]
  if (!one) return next
  if (how === 'gone') return next.filter((other) => other !== one)
  if (how === 'new') return [...next, { ...one, id: accountId.parse(crypto.randomUUID()) }]
  const there = accounts.find(({ server }) => server !== one.server)
  next[next.indexOf(one)] = {
    ...one,
    ...(how === 'use' && { active: !one.active }),
    ...(how === 'hide' && { hidden: !one.hidden }),
    ...(how === 'move' && { position: one.position + 3 }),
    ...(how === 'elsewhere' && there && { server: there.server, adapter: there.adapter }),
  }
  return next
}

describe('the list of accounts', () => {
  it('holds every account once, grouped by server in the order of services', () => {
    expect(labels('')).toHaveLength(accounts.length)
    expect(groupAccounts(snapshot(), names).map((group) => group.server.name)).toEqual([
      'IPCola',
      'Ruuvi Cloud',
      'Ruuvi Testnet',
      'Family files',
    ])
  })

  it('keeps the order that the person gave', () => {
    const turned = accounts.map((one) => ({ ...one, position: -one.position }))
    const groups = groupAccounts({ ...snapshot(), accounts: turned }, names)
    expect(groups[0]?.accounts.map((one) => one.label)).toEqual(['Second shop', 'Shop'])
  })

  it.each([
    ['family', ['Family', 'Old archive']],
    ['ANNA@', ['Family']],
    ['ruuvi bench', ['Bench']],
    ['files.example.org old', ['Old archive']],
    ['needs login', ['Second shop']],
    ['log in AGAIN', ['Second shop']],
    ['shop needs', ['Second shop']],
    ['nothing like this', []],
  ])('finds by label, e-mail, server, service and state: %s', (query, expected) => {
    expect(labels(query)).toEqual(expected)
  })

  it('loses no account whose server or service is not listed', () => {
    const bare = { ...snapshot(), accounts: [...accounts], servers: snapshot().servers.slice(0, 1) }
    const groups = groupAccounts(bare, names)
    expect(groups.flatMap((group) => group.accounts)).toHaveLength(accounts.length)
    expect(groups.map((group) => `${group.service.name}: ${group.server.name}`)).toEqual([
      'IPCola: IPCola',
      'Ruuvi Cloud: Unknown server',
      'Ruuvi Cloud: Unknown server',
      'Cloudreve: Unknown server',
    ])
    expect(groups[1]?.server.baseUrl).toBe('https://network.ruuvi.com')
  })

  it('loses no account of a service that this program does not know', () => {
    const groups = groupAccounts({ ...snapshot(), accounts: [...accounts], services: [] }, names)
    expect(groups.flatMap((group) => group.accounts)).toHaveLength(accounts.length)
    expect(groups[0]?.service.name).toBe('Unknown service')
    expect(shownAccounts(groups, 'anna@', undefined, text).count).toBe(1)
  })

  it('leaves hidden accounts out, and finds them in their groups', () => {
    const all = accounts.map((one) => ({ ...one, hidden: one.label === 'Shop' }))
    expect(labels('', undefined, all)).not.toContain('Shop')
    expect(labels('shop', undefined, all)).toEqual(['Shop', 'Second shop'])
    const groups = groupAccounts({ ...snapshot(), accounts: all }, names)
    expect(shownAccounts(groups, '', undefined, text).hidden.map((one) => one.label)).toEqual([
      'Shop',
    ])
    expect(shownAccounts(groups, 'shop', undefined, text).hidden).toEqual([])
  })

  it('is narrowed to a tag however it is written, and to what waits for the person', () => {
    const tagged = (tags: Record<string, string[]>) =>
      accounts.map((one) => ({ ...one, tags: tags[one.label] ?? [] }))
    const all = tagged({ Shop: ['Work'], Family: ['work', 'home'], Bench: ['workshop'] })
    expect(labels('', { kind: 'tag', tag: 'work' }, all)).toEqual(['Shop', 'Family'])
    expect(labels('home', { kind: 'tag', tag: 'WORK' }, all)).toEqual(['Family'])
    expect(labels('', { kind: 'attention' })).toEqual([
      'Second shop',
      'work@example.org',
      'Old archive',
    ])
  })

  it.each(['archive', 'family', 'second', 'example.org', 'anna@example', 'log in again'])(
    'finds the same letter by letter of “%s”',
    (whole) => {
      const all = accounts.map((one) => ({ ...one, server: first.server, adapter: first.adapter }))
      const groups = groupAccounts({ ...snapshot(), accounts: all }, names)
      for (let length = 1; length <= whole.length; length += 1) {
        const typed = whole.slice(0, length)
        const anew = groups.map((group) => ({ ...group }))
        const found = shownAccounts(groups, typed, undefined, text)
        expect(found).toEqual(shownAccounts(anew, typed, undefined, text))
      }
    },
  )

  it('finds the same by one key after another as at once', () => {
    const all = accounts.map((one) => ({ ...one, hidden: one.label === 'Bench' }))
    const groups = groupAccounts({ ...snapshot(), accounts: all }, names)
    const filters = [undefined, { kind: 'attention' }, { kind: 'tag', tag: 'home' }] as const
    const words = ['s', 'sh', 'shop', 'ann', 'anna@', 'in', 'log in', 'login', 'a', 'ipcola']
    const query = fc
      .array(fc.constantFrom(...words), { maxLength: 3 })
      .map((some) => some.join(' '))
    const search = fc.tuple(query, fc.constantFrom(...filters))
    fc.assert(
      fc.property(fc.array(search, { minLength: 2, maxLength: 8 }), (searches) => {
        for (const [typed, filter] of searches) {
          const step = shownAccounts(groups, typed, filter, text)
          const anew = groups.map((group) => ({ ...group }))
          expect(step).toEqual(shownAccounts(anew, typed, filter, text))
        }
      }),
    )
  })

  it('stays what it is for a key that takes nothing away', () => {
    const groups = groupAccounts(snapshot(), names)
    const some = shownAccounts(groups, 'sho', undefined, text)
    expect(shownAccounts(groups, 'shop', undefined, text)).toBe(some)
    expect(shownAccounts(groups, 'shop ', undefined, text)).toBe(some)
    expect(shownAccounts(groups, 'shop second', undefined, text)).not.toBe(some)
  })

  it('is the same after a few changes as grouped anew', () => {
    const change = fc.record({
      at: fc.nat(accounts.length - 1),
      how: fc.constantFrom('use', 'hide', 'move', 'elsewhere', 'gone', 'new'),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        let parts = snapshot()
        shownAccounts(groupAccounts(parts, names), '', undefined, text)
        for (const { at, how } of changes) {
          parts = { ...parts, accounts: changed(parts.accounts, at, how) }
          const anew = { ...parts, servers: [...parts.servers] }
          const groups = groupAccounts(parts, names)
          const groupedAnew = groupAccounts(anew, names)
          expect(groups).toEqual(groupedAnew)
          expect(shownAccounts(groups, '', undefined, text)).toEqual(
            shownAccounts(groupedAnew, '', undefined, text),
          )
          parts = { ...parts, accounts: [...parts.accounts] }
          shownAccounts(groupAccounts(parts, names), '', undefined, text)
        }
      }),
    )
  })

  it('is grouped and sorted once for each state, not for each key stroke', () => {
    const parts = snapshot()
    const groups = groupAccounts(parts, names)
    expect(groupAccounts({ ...parts }, names)).toBe(groups)
    expect(groupAccounts({ ...parts, accounts: [...parts.accounts] }, names)).not.toBe(groups)
    expect(groupAccounts({ ...parts, servers: [...parts.servers] }, names)).not.toBe(groups)
  })
})

describe('a move among those that are shown', () => {
  const [one, two, three, four, five] = accounts
  if (!one || !two || !three || !four || !five) throw new Error('The samples are too few.')
  const all = [one, two, three, four, five]

  it.each([
    ['to the front', all, four, 0, one.id],
    ['to the end', all, one, 4, null],
    ['by one', all, two, 2, four.id],
    ['behind the last one shown, not to the end of all', [one, three], one, 1, four.id],
    ['before one that is shown, past those that are not', [one, five], five, 0, one.id],
  ])('%s', (_, shown, moved, to, before) => {
    expect(movesBefore(all, shown, moved, to)).toBe(before)
  })
})
