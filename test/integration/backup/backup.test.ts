/** A backup between two programs with real files and a real keyring, each with entries of its own. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openProgram, type Program } from '../../../src/main/program'
import type { CallInput, CallName, CallOutput } from '../../../src/shared/contract'
import type { Result } from '../../../src/shared/failure'
import { KeychainClient } from '../../../src/main/keychain/client'
import { writeCrowd } from '../../fakes/crowd'
import { FakeBackupDesk } from '../../fakes/backup-desk'
import { must, nowhere } from '../../fakes/program'
import { programOptions } from '../../faults/crash/parts'
import { startKeyring, type Keyring } from '../keychain/keyring'
import { built, clientFor } from '../keychain/set-up'

const passphrase = 'grey otters climb slowly'
const ruuvi = { adapter: 'ruuvi', baseUrl: 'https://network.ruuvi.com' }

interface Computer {
  readonly program: Program
  readonly desk: FakeBackupDesk
  readonly service: string
  readonly call: <N extends CallName>(
    name: N,
    input: CallInput<N>,
  ) => Promise<Result<CallOutput<N>>>
}

async function computer(keyring: Keyring, service: string, accounts: number): Promise<Computer> {
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-backup-'))
  await writeCrowd(profile, accounts, [ruuvi])
  const path = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' }
  const spawn = () => built.spawn({ ...path, ...keyring.env })
  const keychain = new KeychainClient({ spawn, service })
  const desk = new FakeBackupDesk()
  const program = await openProgram({
    ...programOptions({ profile, servers: {} }),
    ...{ keychain, backupDesk: desk },
    http: nowhere(() => undefined),
  })
  await keychain.retry({ unattended: true })
  await program.idle()
  for (const { id } of program.views.accounts()) {
    const secret = JSON.stringify({ v: 1, access: `token-of-${id}` })
    must(await keychain.set({ account: id, kind: 'session' }, secret))
  }
  const call: Computer['call'] = async (name, input) =>
    program.handlers[name](input, { windowId: 1, paste: () => undefined })
  return { program, desk, service, call }
}

/** By address, the tokens that another program finds in the keyring. */
async function tokens({ program, service }: Computer, keyring: Keyring) {
  const found = new Map<string, string>()
  for (const { id, email } of program.views.accounts()) {
    const secret = await keyring.lookup({ service, account: `${id}/session` })
    if (secret === undefined) continue
    found.set(email, (JSON.parse(secret) as { access: string }).access)
  }
  return found
}

async function imported({ call, program }: Computer): Promise<CallOutput<'backup.preview'>> {
  must(await call('backup.choose', {}))
  must(await call('backup.open', { passphrase }))
  const preview = must(await call('backup.preview', {}))
  const items = preview.items.filter(({ ticked }) => ticked).map(({ id }) => id)
  must(await call('backup.import', { items }))
  await program.idle()
  return preview
}

it('goes from one list into an empty one and into one that has some of it', async () => {
  const keyring = await startKeyring()
  // Closed with the others after the test, and builds the keychain process.
  clientFor(keyring.env)
  const from = await computer(keyring, 'latchkey-from', 8)
  from.desk.path = join(await mkdtemp(join(tmpdir(), 'latchkey-backup-')), 'mine.latchkey')
  must(await from.call('backup.export', { contents: 'tokens', passphrase }))
  await from.program.idle()
  const given = await tokens(from, keyring)
  expect(given.size).toBe(8)

  const empty = await computer(keyring, 'latchkey-empty', 0)
  empty.desk.path = from.desk.path
  expect((await imported(empty)).items).toHaveLength(8)
  expect(await tokens(empty, keyring)).toEqual(given)

  // The accounts of both are the same by address; this one has tokens of its own for three.
  const some = await computer(keyring, 'latchkey-some', 3)
  some.desk.path = from.desk.path
  const [first] = some.program.views.accounts()
  if (!first) throw new Error('There is no account.')
  const own = await tokens(some, keyring)
  const preview = await imported(some)
  expect(preview.same).toBe(3)
  expect(await tokens(some, keyring)).toEqual(new Map([...given, ...own]))
  expect(some.program.views.accounts()).toHaveLength(8)
  for (const one of [from, empty, some]) await one.program.close()
  await keyring.close()
}, 60_000)
