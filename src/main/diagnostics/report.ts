/**
 * The text that a person puts into a report: what the program is, where it runs, what it knows in
 * numbers, and the end of its log. It is English on purpose, because whoever reads it is not the person
 * who sends it. It holds no secret, no address of a person, and no host of a site of somebody's own.
 */
import type { AccountView, ServerView, ServiceView } from '../../shared/account'
import type { KeychainView, Snapshot } from '../../shared/contract'
import type { Settings } from '../../shared/settings'
import { maskAddresses } from '../../shared/mask-address'
import { createHostHider, type HostHider } from './hide-hosts'
import { redact } from './redact'

/** What is known of the computer; nothing of it names the person. */
export interface System {
  /** Kind, release and architecture. */
  readonly os: string
  readonly versions: Readonly<Record<string, string | undefined>>
  /** Of a Linux session: which desktop, and whether X11 or Wayland. */
  readonly desktop: string | undefined
  readonly session: string | undefined
}

export interface ReportParts {
  readonly snapshot: Snapshot
  readonly system: System
  readonly lines: readonly string[]
  readonly now: number
}

/** How many lines of the log go with it. */
export const reportLines = 80

/** Writes the whole text. */
export function diagnosticsText({ snapshot, system, lines, now }: ReportParts): string {
  const { surroundings, locale, keychain, book, desktop, settings } = snapshot
  const hosts = hostHider(snapshot.servers)
  // Before the log, so that the sites that are there have the first numbers.
  const servers = snapshot.servers.map((server) => serverLine(server, snapshot, hosts))
  const log = lines.map((line) => maskAddresses(hosts.hide(line)))
  return [
    `Latchkey ${surroundings.version}`,
    `Taken: ${new Date(now).toISOString()}`,
    `Host: ${surroundings.host}${versionsOf(system.versions)}`,
    `System: ${system.os}`,
    `Desktop: ${system.desktop ?? 'not told'}, session: ${system.session ?? 'not told'}, tray: ${desktop.tray}`,
    `Language: ${locale}`,
    `Keychain: ${keychainText(keychain)} (${backends[surroundings.platform]})`,
    `Book: ${book.kind}`,
    ...problems(snapshot),
    '',
    'Accounts',
    ...indented(snapshot.services.map((service) => accountsLine(service, snapshot.accounts))),
    'Servers',
    ...indented(servers),
    'Settings',
    ...indented(settingLines(settings)),
    `Log (${log.length === 1 ? 'the last line' : `the last ${log.length} lines`})`,
    ...indented(log),
    '',
  ].join('\n')
}

const backends: Readonly<Record<Snapshot['surroundings']['platform'], string>> = {
  linux: 'Secret Service by libsecret',
  mac: 'macOS Keychain',
  windows: 'Windows Credential Manager',
}

function versionsOf(versions: System['versions']): string {
  const known = Object.entries(versions).filter(([, version]) => version !== undefined)
  return known.map(([name, version]) => `, ${name} ${version ?? ''}`).join('')
}

function keychainText(keychain: KeychainView): string {
  return keychain.kind === 'unavailable' ? `unavailable, ${keychain.reason}` : keychain.kind
}

function problems({ desktop }: Snapshot): string[] {
  const { shortcutProblem, startAtLoginFailed, scriptsProblem } = desktop
  return [
    ...(shortcutProblem === undefined ? [] : [`Shortcut: ${shortcutProblem}`]),
    ...(startAtLoginFailed === true ? ['Start at login: refused by the system'] : []),
    ...(scriptsProblem === undefined ? [] : [`Scripts: ${redact(scriptsProblem)}`]),
  ]
}

/** How many accounts a service has in which state. */
function accountsLine({ adapter, name }: ServiceView, accounts: readonly AccountView[]): string {
  const own = accounts.filter((account) => account.adapter === adapter)
  const states = new Map<string, number>()
  for (const { state } of own) states.set(state, (states.get(state) ?? 0) + 1)
  const parts = [...states].map(([state, count]) => `${count} ${state}`)
  return `${name}: ${parts.length === 0 ? 'none' : parts.join(', ')}`
}

function serverLine(server: ServerView, { accounts }: Snapshot, hosts: HostHider): string {
  const name = server.kind === 'site' ? hosts.nameOf(hostOf(server)) : server.name
  const count = accounts.filter((account) => account.server === server.id).length
  return `${server.adapter}, ${server.kind}: ${name} (${count} accounts)`
}

/** Each setting as it is; programs that were allowed are told by their number, because they are paths. */
function settingLines({ allowedPrograms, ...others }: Settings): string[] {
  return [
    ...Object.entries(others).map(([name, value]) => `${name}: ${String(value)}`),
    `allowedPrograms: ${allowedPrograms.length}`,
  ]
}

/** Where a service itself lives is no secret; every other host may be somebody's own. */
function hostHider(servers: readonly ServerView[]): HostHider {
  const isSite = ({ kind }: ServerView): boolean => kind === 'site'
  const open = servers.filter((server) => !isSite(server))
  return createHostHider(open.map(hostOf), servers.filter(isSite).map(hostOf))
}

function hostOf({ baseUrl }: ServerView): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).hostname : baseUrl
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)
}
