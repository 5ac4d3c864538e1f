import { describe, expect, it } from 'vitest'
import { accountId, adapterId, serverId, type AccountView } from '../../shared/account'
import { textFor } from '../../shared/text'
import { trayLimit, trayMenu, trayTooltip } from './tray-menu'

const text = textFor('en')
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

function labels(accounts: readonly AccountView[]): string[] {
  return trayMenu({ accounts, servers: [], text }).map((item) =>
    item.kind === 'separator' ? '-' : item.label,
  )
}

describe('the tray menu', () => {
  it('offers to add, open and quit when there is nothing yet', () => {
    expect(labels([])).toEqual([
      text.tray.noAccounts,
      '-',
      text.tray.addAccount,
      text.tray.open,
      '-',
      text.tray.quit,
    ])
  })

  it('lists the last used first and says each state', () => {
    const shown = labels([
      account('old', { lastUsedAt: 1, state: 'needs-login' }),
      account('new', { lastUsedAt: 2 }),
    ])
    expect(shown[0]).toContain('new')
    expect(shown[1]).toContain('old')
    expect(shown[1]).toContain(text.accountStates['needs-login'].short)
  })

  it('shows nine accounts and a way to the others', () => {
    const many = Array.from({ length: trayLimit + 1 }, (_, index) => account(`a${index}`))
    const shown = labels(many)
    expect(shown.filter((label) => label.includes('network.ruuvi.com'))).toHaveLength(trayLimit)
    expect(shown).toContain(text.tray.allAccounts)
  })

  it('copies the token of active accounts only, and shows what waits', () => {
    const waiting = { flow: 'login', step: 'code', text: 'Code sent', since: 0 } as const
    const shown = labels([
      account('on', { active: true }),
      account('off'),
      account('new', { hasSecret: false, state: 'needs-verification', waiting }),
    ])
    expect(shown).toContain(text.tray.copyToken('on'))
    expect(shown).not.toContain(text.tray.copyToken('off'))
    expect(shown).toContain(text.tray.waiting('new', 'Code sent'))
  })

  it('caps each section, with what began to wait last on top', () => {
    const many = Array.from({ length: trayLimit + 3 }, (_, index) =>
      account(`a${index}`, {
        active: true,
        waiting: { flow: 'login', step: 'code', text: 'Code sent', since: index },
      }),
    )
    const shown = labels(many)
    const waiting = shown.filter((label) => label.endsWith('Code sent'))
    expect(waiting).toHaveLength(trayLimit)
    expect(waiting[0]).toBe(text.tray.waiting('a11', 'Code sent'))
    expect(shown.filter((label) => label.startsWith('Copy token'))).toHaveLength(trayLimit)
  })

  it('does not copy a token that the service rejected', () => {
    const rejected = account('out', { active: true, state: 'needs-login' })
    expect(labels([rejected])).not.toContain(text.tray.copyToken('out'))
  })
})

describe('the tray’s tooltip', () => {
  it('counts the accounts that need the person', () => {
    const blocked = account('b', { state: 'blocked' })
    expect(trayTooltip([account('a')], text)).toBe('Latchkey')
    expect(trayTooltip([account('a'), blocked], text)).toBe('Latchkey: one account needs you')
  })

  it('tells a locked keychain once, however many accounts it keeps shut', () => {
    const locked = ['a', 'b', 'c'].map((label) => account(label, { state: 'keychain-locked' }))
    expect(trayTooltip(locked, text)).toBe('Latchkey: the keychain is locked')
    expect(trayTooltip([...locked, account('d', { state: 'needs-login' })], text)).toBe(
      'Latchkey: the keychain is locked, one account needs you',
    )
  })
})
