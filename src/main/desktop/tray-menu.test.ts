import { describe, expect, it } from 'vitest'
import { accountId, adapterId, serverId, type AccountView } from '../../shared/account'
import { textFor } from '../../shared/text'
import { needsPerson, trayLimit, trayMenu } from './tray-menu'

const text = textFor('en')
const server = serverId.parse('ruuvi+https://network.ruuvi.com')

function account(label: string, change: Partial<AccountView> = {}): AccountView {
  return {
    id: accountId.parse(`account-${label}`),
    adapter: adapterId.parse('ruuvi'),
    server,
    email: `${label}@b.c`,
    label,
    createdAt: 0,
    position: 0,
    state: 'ready',
    active: false,
    hasSecret: true,
    passwordRemembered: false,
    refreshable: false,
    facts: [],
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

  it('counts the accounts that need the person', () => {
    expect(needsPerson([account('a'), account('b', { state: 'blocked' })])).toBe(1)
  })
})
