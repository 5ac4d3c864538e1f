import { describe, expect, it } from 'vitest'
import { servers } from '../../renderer/gallery/sample-services'
import { accounts, settings, snapshot } from '../../renderer/gallery/samples'
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
    expect(text).toMatch(/cloudreve, site: host-1 \(\d accounts\)/)
    expect(text).toContain('ipcola, production: IPCola')
    expect(text).toContain('GET host-1/api/v4/site 200')
  })

  it.each([
    ['https://nas', 'nas', 'host-1'],
    ['https://nas:8443', 'nas:8443', 'host-1:8443'],
    ['http://192.168.7.20:5212', '192.168.7.20:5212', 'ipv4-1:5212'],
    ['http://[fd00::17]:5212', '[fd00::17]:5212', 'ipv6-1:5212'],
    ['https://box.mueller', 'box.mueller', 'host-1'],
  ])('hide the site %s in its own line and in those of the log', (baseUrl, host, name) => {
    const [site] = sites
    if (!site) throw new Error('There is no site among the samples.')
    const text = report({ servers: [{ ...site, baseUrl }] }, [
      `info GET ${host}/api 200 after 5 ms`,
    ])
    expect(text).toMatch(/site: (?:host|ipv[46])-1 /)
    expect(text).toContain(`GET ${name}/api 200 after 5 ms`)
    expect(text).not.toMatch(/nas\b|192\.168|fd00|mueller/)
  })

  it.each([
    'info GET cloud.mueller.de/api/v4/site failed with tls-untrusted after 7 ms',
    'info POST mueller:5212/api failed with network after 7 ms',
    'bug 1 call a threw Error: getaddrinfo ENOTFOUND mueller',
    'bug 1 call a threw Error: connect ECONNREFUSED cloud.mueller.de:443',
    "Host: cloud.mueller.de. is not in the cert's altnames: DNS:*.mueller.de, DNS:mueller.de",
    'bug 1 call a threw TypeError: no site at https://[hidden]@cloud.mueller.de:8443/x',
    "bug 1 call a threw Error: { hostname: 'mueller' }",
    'bug 1 call a threw TypeError: no site at https://mueller/people/@eva',
  ])('hide a host that is in no list: %s', (line) => {
    expect(report({}, [line])).not.toContain('mueller')
  })

  it.each([
    'bug 1 call a threw Error: connect ETIMEDOUT 10.20.30.40:443 - Local (10.20.30.41:0)',
    'info GET [fd12:3456::10.20.30.40]/api 200 after 1 ms',
    'bug 1 call a threw Error: connect EHOSTUNREACH fd12:3456::9:443 - Local (fd12:3456::8:0)',
    'bug 1 call a threw Error: no route to fd12:3456::9',
  ])('hide what is an address by its shape: %s', (line) => {
    expect(report({}, [line])).not.toMatch(/10\.20|fd12|3456/)
  })

  it.each([
    'info GET api.ipcola.com/user/info 200 after 5 ms',
    'info GET localhost:5212/api 200 after 5 ms',
    'info GET 127.0.0.1:5212/api 200 after 5 ms',
    'info GET [::1]:5212/api 200 after 5 ms',
    'info Latchkey 1.2.3 starts on electron, linux 6.8.0, Chrome 152.0.7501.14 at 21:33:17',
    'bug 1 call a threw Error: connect ECONNREFUSED /run/user/1000/bus',
    '    at send (app:///out/main/index.js:12:34)',
  ])('leave what is nobody’s own: %s', (line) => {
    expect(report({}, [line])).toContain(line)
  })

  it('call a host by the same number wherever it stands', () => {
    const lines = ['a.mueller.de', 'b.mueller.de', 'A.mueller.de'].map((host) => `GET ${host}/x`)
    const own = { servers: servers.filter(({ kind }) => kind !== 'site') }
    expect(report(own, lines)).toMatch(/GET host-1\/x\n {2}GET host-2\/x\n {2}GET host-1\/x/)
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
