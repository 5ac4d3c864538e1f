import { describe, expect, it } from 'vitest'
import { accounts, servers, settings, snapshot } from '../../renderer/gallery/samples'
import { diagnosticsText, type System } from './report'

const system: System = {
  os: 'linux 6.8.0 x64',
  versions: { Electron: '45.4.1', Chrome: undefined, Node: '24.9.0' },
  desktop: 'KDE',
  session: 'wayland',
}
const sites = servers.filter(({ kind }) => kind === 'site')

function report(
  change: Parameters<typeof snapshot>[0] = {},
  lines: readonly string[] = [],
): string {
  return diagnosticsText({ snapshot: snapshot(change), system, lines, now: 0 })
}

describe('diagnostics', () => {
  it('say what the program is and where it runs', () => {
    expect(report()).toContain(
      [
        'Host: electron, Electron 45.4.1, Node 24.9.0',
        'System: linux 6.8.0 x64',
        'Desktop: KDE, session: wayland, tray: there',
      ].join('\n'),
    )
  })

  it('tell how the keychain and the book are', () => {
    const text = report({
      keychain: { kind: 'unavailable', reason: 'no-secret-service' },
      book: { kind: 'restored', setAside: '/home/anna/book.damaged' },
    })
    expect(text).toContain('Keychain: unavailable, no-secret-service (Secret Service by libsecret)')
    expect(text).toContain('Book: restored')
    expect(text).not.toContain('anna')
  })

  it('count accounts by service and state, and name none', () => {
    const text = report()
    expect(text).toMatch(/ {2}IPCola: \d+ ready, \d+ needs-login/)
    for (const { email, label } of accounts) {
      expect(text).not.toContain(email)
      if (label !== 'Work') expect(text).not.toContain(label)
    }
  })

  it('name the servers of services, and mask sites of people’s own wherever they stand', () => {
    expect(sites.length).toBeGreaterThan(0)
    const hosts = sites.map(({ baseUrl }) => new URL(baseUrl).hostname)
    const text = report(
      {},
      hosts.map((host) => `GET ${host}/api/v4/site 200 after 5 ms`),
    )
    for (const host of hosts) expect(text).not.toContain(host)
    for (const { name } of sites) expect(text).not.toContain(name)
    expect(text).toMatch(/cloudreve, site: \w….\w+ \(\d accounts\)/)
    expect(text).toContain('ipcola, production: IPCola')
    expect(text).toMatch(/GET \w….\w+\/api\/v4\/site 200/)
  })

  it('tell every setting, and of allowed programs only how many', () => {
    const text = report({
      settings: { ...settings, allowedPrograms: ['/home/anna/bin/report.sh (bash)'] },
    })
    for (const name of Object.keys(settings)) expect(text).toContain(`  ${name}: `)
    expect(text).toContain('allowedPrograms: 1')
    expect(text).not.toContain('report.sh')
  })

  it('end with the log', () => {
    const text = report({}, ['2026 info one for anna@example.org', '2026 bug two\n    at x'])
    expect(text).toMatch(
      /Log \(the last 2 lines\)\n {2}2026 info one for a…@example\.org\n {2}2026 bug two\n {6}at x\n$/,
    )
  })
})
