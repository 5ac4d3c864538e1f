/** A program with accounts, a person who keeps backups of them, and what somebody would see of both. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { FileSteps } from '../../src/main/accounts/file-steps'
import { adapters } from '../../src/main/adapters/list'
import type { BackupContents, BackupItem } from '../../src/shared/backup'
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract'
import { ok, type Result } from '../../src/shared/failure'
import { FakeKeychain } from './keychain'
import { must, rig, type Rig } from './program'

export const passphrase = 'eight grey otters'
export const madeUp = 'https://api.made-up.example'
export const site = 'https://cloud.example.org'

export interface Given {
  readonly email: string
  readonly label?: string
  readonly colour?: string
  readonly tags?: readonly string[]
  readonly adapter?: string
  readonly baseUrl?: string
  readonly token?: string
  readonly password?: string
  readonly hidden?: boolean
}

export interface Options extends Pick<NonNullable<Parameters<typeof rig>[0]>, 'passphraseLog2N'> {
  readonly keychain?: FakeKeychain
  readonly fileSteps?: FileSteps
}

/** A program with these accounts, and whatever else the book holds. */
export async function withAccounts(
  accounts: readonly Given[],
  more: { sites?: object[]; settings?: object } = {},
  options: Options = {},
): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-backup-'))
  const keychain = options.keychain ?? new FakeKeychain()
  const entries = accounts.map((given, position) => {
    const { email, adapter = 'made-up', baseUrl = madeUp, token, password } = given
    const id = `${folder.slice(-6)}-account-${position}`
    if (token) keychain.secrets.set(`${id}/session`, JSON.stringify({ v: 1, access: token }))
    if (password) keychain.secrets.set(`${id}/password`, password)
    return {
      ...{ id, adapter, server: `${adapter}+${baseUrl}`, email, label: given.label ?? email },
      ...{ colour: given.colour, tags: given.tags ?? [], hidden: given.hidden ?? false },
      ...{ position, createdAt: 1_790_000_000_000, hasSecret: token !== undefined },
      ...{ passwordRemembered: password !== undefined, refreshable: false },
    }
  })
  const book = { version: 1, accounts: entries, sites: [], settings: {}, ...more }
  await writeFile(join(folder, 'book.json'), JSON.stringify(book))
  return rig({ folder, keychain, adapters, ...options })
}

export function call<N extends CallName>(
  { program }: Rig,
  name: N,
  input: CallInput<N>,
): Promise<Result<CallOutput<N>>> {
  return Promise.resolve(program.handlers[name](input, { windowId: 1, paste: () => undefined }))
}

/** Exports to a file of its own and gives its path. */
export async function exported(from: Rig, contents: BackupContents = 'passwords'): Promise<string> {
  from.desk.path = join(await mkdtemp(join(tmpdir(), 'latchkey-backup-')), 'mine.latchkey')
  expect(await call(from, 'backup.export', { contents, passphrase })).toEqual(ok({ begun: true }))
  await from.program.idle()
  return from.desk.path
}

/** Chooses a file and opens it. */
export async function opened(into: Rig, path: string): Promise<CallOutput<'backup.preview'>> {
  into.desk.path = path
  expect(await call(into, 'backup.choose', {})).toEqual(ok({ chosen: true }))
  must(await call(into, 'backup.open', { passphrase }))
  return must(await call(into, 'backup.preview', {}))
}

/** Takes what is ticked, and what else is wanted. */
export async function taken(
  into: Rig,
  { items }: CallOutput<'backup.preview'>,
  wanted: (item: BackupItem) => boolean = ({ ticked }) => ticked,
) {
  must(await call(into, 'backup.import', { items: items.filter(wanted).map(({ id }) => id) }))
  await into.program.idle()
  return view(into).backupImport
}

export function view({ program }: Rig) {
  return program.mirror.snapshot()
}

/** What somebody would see of the accounts, and the secrets that they have. */
export function state(it: Rig) {
  return view(it).accounts.map(({ id, email, label, colour, tags, hidden, server, ...rest }) => ({
    ...{ email, label, colour, tags, hidden, server },
    ...{ hasSecret: rest.hasSecret, passwordRemembered: rest.passwordRemembered },
    token: tokenOf(it.keychain.secrets.get(`${id}/session`)),
    password: it.keychain.secrets.get(`${id}/password`),
  }))
}

export function tokenOf(secret: string | undefined): string | undefined {
  return secret === undefined ? undefined : (JSON.parse(secret) as { access: string }).access
}

export const anna: Given = {
  ...{ email: 'anna@example.org', label: 'Anna', colour: 'teal', tags: ['home', 'old'] },
  ...{ token: 'token-of-anna', password: 'password-of-anna' },
}
export const bo: Given = { email: 'bo@example.org', hidden: true }
export const cy: Given = {
  email: 'cy@example.org',
  adapter: 'cloudreve',
  baseUrl: site,
  token: 'cy-token',
}
export const all = [anna, bo, cy]
export const sites = [
  {
    ...{ id: `cloudreve+${site}`, adapter: 'cloudreve', baseUrl: site, name: 'Family cloud' },
    ...{ facts: [{ key: 'version', value: { kind: 'text', text: '4.1' } }], addedAt: 1 },
  },
]
export const ipcola = 'ipcola+https://api.ipcola.com'
export const settings = { [ipcola]: { vcodePath: '/api/send' } }
