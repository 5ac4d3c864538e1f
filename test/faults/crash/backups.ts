/** Backups, for deeds about them and for what is judged after them. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openBackup, readBackup } from '../../../src/main/backup/format'
import type { Program } from '../../../src/main/program'
import { fileText, sealOctets } from '../../fakes/backup-file'
import { must } from '../../fakes/program'
import type { Deed } from './deeds'
import type { Stage } from './person'

const passphrase = 'eight grey otters'
const file = 'mine.latchkey'
const site = 'https://cloud.example.org'

/** Where the person keeps it. */
export function backupPath(profile: string): string {
  return join(profile, file)
}

/** What a backup holds of an account, as its description has it. */
export interface BackedUp {
  readonly adapter: string
  readonly server: string
  readonly email: string
  readonly label?: string
  readonly session?: { readonly access: string }
  readonly password?: string
}

/** Puts a backup there that somebody has made elsewhere, with one more account at a site. */
export async function writeBackup(profile: string, known: readonly BackedUp[]): Promise<void> {
  const accounts = [
    ...known,
    { adapter: 'cloudreve', server: site, email: 'far@example.com', session: { access: 'far' } },
  ]
  const servers = [{ adapter: 'cloudreve', baseUrl: site, site: true, name: 'Far away' }]
  const octets = gzipSync(JSON.stringify({ accounts, servers }))
  await writeFile(backupPath(profile), fileText(sealOctets(passphrase, octets)))
}

async function importAll({ call, program }: Pick<Stage, 'call' | 'program'>): Promise<void> {
  must(await call('backup.choose', {}))
  must(await call('backup.open', { passphrase }))
  const { items } = must(await call('backup.preview', {}))
  const ticked = items.filter((item) => item.ticked).map(({ id }) => id)
  must(await call('backup.import', { items: ticked }))
  await program.idle()
}

export const backupDeeds: readonly Deed[] = [
  {
    id: 'export of a backup',
    adapter: 'cloudreve',
    user: 'active',
    subject: { session: true, password: true },
    backup: true,
    async act({ call, program }) {
      must(await call('backup.export', { contents: 'passwords', passphrase }))
      await program.idle()
    },
  },
  {
    id: 'import of a backup',
    adapter: 'ruuvi',
    user: 'active',
    backup: true,
    act: importAll,
  },
  {
    id: 'import of a backup with a passphrase set',
    adapter: 'ipcola',
    user: 'active',
    subject: { session: false },
    backup: true,
    locked: true,
    async act(stage) {
      must(await stage.call('lock.unlock', { passphrase: 'hovgarden at dusk' }))
      await stage.program.idle()
      await importAll(stage)
    },
  },
]

/** Why the backup, or an import of it after all, is not as it should be; undefined if it is. */
export async function wrongBackup(
  profile: string,
  program: Program,
  clear: Iterable<string>,
): Promise<string | undefined> {
  const names = (await readdir(profile)).filter((name) => name.startsWith(file))
  for (const name of names) {
    const text = await readFile(join(profile, name), 'latin1')
    for (const secret of clear) if (text.includes(secret)) return `${name} holds a secret in clear`
  }
  const read = readBackup(await readFile(backupPath(profile), 'utf8'))
  if (!read.ok || !(await openBackup(read.value, passphrase)).ok) return 'the backup does not open'
  const call: Stage['call'] = async (name, input) =>
    program.handlers[name](input, { windowId: 1, paste: () => undefined })
  await importAll({ call, program })
  const ended = program.mirror.snapshot().backupImport
  if (ended.kind !== 'done' || ended.failure) return 'it cannot be imported after all'
  must(await call('backup.choose', {}))
  must(await call('backup.open', { passphrase }))
  const { items } = must(await call('backup.preview', {}))
  // Of passwords, only those that the book claims in vain could still differ, ticked or not.
  const left = items.some(({ ticked, kind }) => ticked || kind === 'password')
  return left ? 'importing it again does not bring it all' : undefined
}
