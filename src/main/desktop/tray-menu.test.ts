import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountColours,
  accountId,
  accountStates,
  adapterId,
  serverId,
  type AccountState,
  type AccountView,
  type Fact,
  type ServerView,
} from '../../shared/account'
import type { Removal } from '../../shared/removal'
import { textFor } from '../../shared/text'
import { formatsFor } from '../../shared/text/format'
import { Overview } from '../accounts/overview'
import {
  needsAttention,
  trayLimit,
  trayMenu,
  trayTooltip,
  type TrayItem,
  type TrayLock,
} from './tray-menu'

const text = textFor('en')
const words = text.tray
const server = serverId.parse('ruuvi+https://network.ruuvi.com')

function account(label: string, change: Partial<AccountView> = {}): AccountView {
  return {
    id: accountId.parse(`account-${label}`),
    adapter: adapterId.parse('ruuvi'),
    server,
    email: `${label}@b.c`,
    label,
    tags: [],
    hidden: false,
    position: 0,
    state: 'ready',
    active: false,
    hasSecret: true,
    passwordRemembered: false,
    refreshable: false,
    ...change,
  }
}

function overviewOf(accounts: readonly AccountView[]): Overview {
  const known: ServerView = {
    ...{ id: server, adapter: adapterId.parse('ruuvi'), name: 'Ruuvi Cloud', kind: 'production' },
    ...{ baseUrl: 'https://network.ruuvi.com', facts: [], removable: false, settings: [] },
  }
  return new Overview({ accounts: () => accounts, servers: () => [known] })
}

interface Told {
  readonly facts?: readonly Fact[]
  readonly checking?: boolean
  readonly removals?: readonly Removal[]
  readonly canCopy?: boolean
  readonly lock?: TrayLock
}

const off: TrayLock = { kind: 'off' }

function menu(
  accounts: readonly AccountView[],
  { facts = [], removals = [], canCopy = true, checking = false, lock = off }: Told = {},
) {
  return trayMenu({
    accounts: overviewOf(accounts),
    facts: () => facts,
    ...{ removals, canCopy, checking, lock, text, formats: formatsFor('en', 'UTC') },
  })
}

function labelOf(item: TrayItem): string {
  return item.kind === 'separator' ? '-' : item.label
}

function labels(accounts: readonly AccountView[], told?: Told): string[] {
  return menu(accounts, told).map(labelOf)
}

function waits(since: number, sentence = 'Code sent'): Partial<AccountView> {
  return { waiting: { flow: 'login', step: 'code', text: sentence, since } }
}

/** What the line of an account in this state does, and whether its token is offered. */
const table: readonly (readonly [AccountState, 'copied' | 'not copied', 'calm' | 'attention'])[] = [
  ['ready', 'copied', 'calm'],
  ['expired', 'copied', 'calm'],
  ['unreachable', 'copied', 'calm'],
  ['needs-login', 'not copied', 'attention'],
  ['needs-verification', 'copied', 'attention'],
  ['blocked', 'copied', 'attention'],
  ['keychain-locked', 'not copied', 'attention'],
  ['secret-missing', 'not copied', 'attention'],
]

describe('the tray menu', () => {
  it('offers to add, open and quit when there is nothing yet', () => {
    expect(labels([])).toEqual([
      ...[words.noAccounts, '-', words.quickLogin, words.addAccount],
      ...[words.open, words.settings, '-', words.quit],
    ])
  })

  it('knows every state of the quick-login table', () => {
    expect(table.map(([state]) => state).sort()).toEqual([...accountStates].sort())
  })

  it.each(table)('shows an account that is %s, %s, %s', (state, copied, icon) => {
    const one = account('one', { state, active: true })
    const items = menu([one])
    const line = items.find((item) => item.kind === 'action' && item.action.kind === 'quick-login')
    expect(line).toMatchObject({ action: { kind: 'quick-login', account: one.id } })
    const label = line ? labelOf(line) : ''
    expect(label).toContain('✓ one (')
    if (state === 'ready') expect(label).toMatch(/\)$/)
    else expect(label).toContain(text.accountStates[state].short)
    expect(items.map(labelOf).includes(words.copyToken('one'))).toBe(copied === 'copied')
    const unheeded = labels([one], { canCopy: false })
    expect(unheeded.includes(words.openToCopy('one'))).toBe(copied === 'copied')
    expect(unheeded).not.toContain(words.copyToken('one'))
    expect(needsAttention({ accounts: overviewOf([one]), lock: off })).toBe(icon === 'attention')
    expect(items[0]?.kind === 'action' && items[0].label === words.keychainLocked).toBe(
      state === 'keychain-locked',
    )
  })

  it('lists the last used first and marks the active account of each server', () => {
    const shown = labels([
      account('old', { lastUsedAt: 1, active: true, server: serverId.parse('other+https://o.o') }),
      account('new', { lastUsedAt: 3, active: true }),
      account('mid', { lastUsedAt: 2 }),
    ])
    expect(shown.slice(0, 3)).toEqual([
      expect.stringMatching(/^✓ new/),
      expect.stringMatching(/^mid/),
      expect.stringMatching(/^✓ old/),
    ])
  })

  it('shows nine accounts, any other that is active, and a way to the rest', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      account(`a${index}`, { position: index, lastUsedAt: 100 - index }),
    )
    const behind = account('late', { position: 50, active: true, hidden: true })
    const shown = labels([...many, behind])
    const lines = shown.filter((label) => label.includes('(Ruuvi Cloud)'))
    expect(lines).toHaveLength(trayLimit + 1)
    expect(lines.at(-1)).toMatch(/^✓ late/)
    expect(shown).toContain(words.allAccounts)
  })

  it('copies the token of active accounts only, and shows what waits', () => {
    const shown = labels([
      account('on', { active: true }),
      account('off'),
      account('new', { hasSecret: false, state: 'needs-verification', ...waits(0) }),
    ])
    expect(shown).toContain(words.copyToken('on'))
    expect(shown).not.toContain(words.copyToken('off'))
    expect(shown).toContain(words.waiting('new', 'Code sent'))
  })

  it('does not say twice whom a code was sent to', () => {
    const shown = labels([account('a@b.c', waits(0, 'A code was sent to a@b.c.'))])
    expect(shown).toContain('A code was sent to a@b.c.')
  })

  it('caps each section, with what began to wait last on top', () => {
    const many = Array.from({ length: trayLimit + 3 }, (_, index) =>
      account(`a${index}`, { active: true, ...waits(index) }),
    )
    const shown = labels(many)
    const waiting = shown.filter((label) => label.endsWith('Code sent'))
    expect(waiting).toHaveLength(trayLimit)
    expect(waiting[0]).toBe(words.waiting('a11', 'Code sent'))
    expect(shown.filter((label) => label.startsWith('Copy token'))).toHaveLength(trayLimit)
  })

  it('tells two facts of an active account beneath it, what changes by itself first', () => {
    const facts: readonly Fact[] = [
      { key: 'nickname', label: 'Nickname', value: { kind: 'text', text: 'Anna' } },
      { key: 'since', label: 'Member since', value: { kind: 'date', at: 0 } },
      { key: 'used', label: 'Used', value: { kind: 'bytes', bytes: 7.4 * 1024 ** 3 } },
      { key: 'total', label: 'Total', value: { kind: 'bytes', bytes: 10 * 1024 ** 3 } },
    ]
    const items = menu([account('on', { active: true, lastUsedAt: 1 }), account('off')], { facts })
    expect(items[1]).toEqual({ kind: 'text', label: '7.4 GB of 10 GB · Nickname: Anna' })
    expect(items.filter(({ kind }) => kind === 'text')).toHaveLength(1)
  })

  it('offers to stop a check of all accounts while it runs', () => {
    expect(labels([account('a')])).toContain(words.checkAll)
    expect(labels([account('a')], { checking: true })).toContain(words.stopChecking)
  })

  it('hands on the colour that an account was given', () => {
    expect(menu([account('a', { colour: 'teal' })])[0]).toMatchObject({ colour: 'teal' })
  })

  it('cuts long names and keeps what follows them', () => {
    const [line] = labels([account('long', { label: 'x'.repeat(80), state: 'needs-login' })])
    expect(line).toMatch(/^x+… \(Ruuvi Cloud\) · /)
    expect(line).toContain(text.accountStates['needs-login'].short)
    expect(line?.length).toBeLessThanOrEqual(60)
  })

  it('has few lines that are not long, whatever there is to show', () => {
    const anyText = fc.string({ maxLength: 200, unit: 'grapheme' })
    const anyAccount = fc.record({
      label: anyText,
      lastUsedAt: fc.nat(),
      state: fc.constantFrom(...accountStates),
      colour: fc.constantFrom(...accountColours),
      active: fc.boolean(),
      hidden: fc.boolean(),
      server: anyText.map((name) => serverId.parse(`any+https://${name}`)),
      waiting: fc.option(
        anyText.map((sentence) => waits(1, sentence).waiting),
        { nil: undefined },
      ),
    })
    const value = anyText.map((said): Fact['value'] => ({ kind: 'text', text: said }))
    const anyFact = fc.record({ key: fc.string(), label: anyText, value })
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 60 }), fc.array(anyFact), (looks, facts) => {
        const accounts = looks.map((look, index) =>
          account(`number-${index}`, JSON.parse(JSON.stringify(look)) as Partial<AccountView>),
        )
        const shown = labels(accounts, { facts })
        expect(shown.length).toBeLessThanOrEqual(70)
        for (const label of shown) {
          expect([...new Intl.Segmenter().segment(label)].length).toBeLessThanOrEqual(90)
          expect(label).not.toMatch(/\p{Cc}/u)
        }
      }),
    )
  })
})

describe('the tray’s tooltip', () => {
  const tooltip = (...accounts: AccountView[]): string =>
    trayTooltip({ accounts: overviewOf(accounts), lock: off, text })

  it('counts the accounts that need the person', () => {
    expect(tooltip(account('a'))).toBe('Latchkey')
    expect(tooltip(account('a'), account('b', { state: 'blocked' }))).toBe(
      'Latchkey: one account needs you',
    )
  })

  it('tells a locked keychain once, however many accounts it keeps shut', () => {
    const locked = ['a', 'b', 'c'].map((label) => account(label, { state: 'keychain-locked' }))
    expect(tooltip(...locked)).toBe('Latchkey: the keychain is locked')
    expect(tooltip(...locked, account('d', { state: 'needs-login' }))).toBe(
      'Latchkey: the keychain is locked, one account needs you',
    )
  })
})

describe('the tray and the lock', () => {
  const shut = { state: 'keychain-locked' } as const
  const accounts = [
    account('one', { ...shut, active: true }),
    account('two', { ...shut, ...waits(1, 'A code was sent to two@b.c') }),
  ]
  const facts: readonly Fact[] = [
    { key: 'name', label: 'Name', value: { kind: 'text', text: 'Ada' } },
  ]

  it('offers to lock where there is a passphrase, and nowhere else', () => {
    expect(labels(accounts, { lock: { kind: 'open' } })).toContain(words.lock)
    expect(labels(accounts)).not.toContain(words.lock)
  })

  it('shows nothing of any account while locked', () => {
    const lock: TrayLock = { kind: 'locked', showsAccounts: false }
    expect(menu(accounts, { lock, facts })).toEqual([
      { kind: 'text', label: words.locked },
      { kind: 'action', label: words.unlock, action: { kind: 'unlock' } },
      { kind: 'separator' },
      { kind: 'action', label: words.quit, action: { kind: 'quit' } },
    ])
  })

  it('lists accounts while locked if the person has set it so, and nothing else of them', () => {
    const lock: TrayLock = { kind: 'locked', showsAccounts: true }
    expect(labels(accounts, { lock, facts })).toEqual([
      ...[words.locked, words.unlock, '-'],
      ...['✓ one (Ruuvi Cloud)', 'two (Ruuvi Cloud)', '-', words.quit],
    ])
  })
})
