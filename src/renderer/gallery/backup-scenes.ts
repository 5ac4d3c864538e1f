/** Backups for the gallery: the settings in every state of an export and of an import. */
import type { BackupExport, BackupImport, BackupItem, BackupPreview } from '../../shared/backup'
import { fail, ok } from '../../shared/failure'
import { material } from './material'
import { ids } from './sample-ids'
import { snapshot } from './samples'
import type { Scene } from './scenes'
import { atWork } from './signs'
import { text } from './page-language'

const words = text.backup
const typed = (text: string) => Array.from(text)
const never = () => new Promise<never>(() => undefined)
const file = { file: 'Latchkey 2026-02-20.latchkey', created: Date.UTC(2026, 1, 20, 12) }
/** Where an export or an import stands, whatever it has come to. */
const panel = { selector: '.backup > :is(.backup-panel, .notice)' }
const none = { count: 0, named: [] }
const troubles = {
  count: 2,
  named: [
    { label: 'Shop account', failure: { code: 'secret-missing' as const } },
    { label: 'work@example.org', failure: { code: 'secret-sealed' as const } },
  ],
}

function exporting(backupExport: BackupExport, more: Partial<Scene> = {}): Scene {
  const subject = backupExport.kind === 'idle' ? { heading: words.title } : panel
  return { snapshot: snapshot({ backupExport }), window: 'settings', subject, ...more }
}

function importing(backupImport: BackupImport, more: Partial<Scene> = {}): Scene {
  return { snapshot: snapshot({ backupImport }), window: 'settings', subject: panel, ...more }
}

const pathLabel =
  material?.settings['ipcola']?.find(({ name }) => name === 'vcodePath')?.label ??
  'Path of the code request'
const ruuvi = { adapter: ids.adapter('ruuvi'), baseUrl: 'https://network.ruuvi.com' }
const cloud = { adapter: ids.adapter('cloudreve'), baseUrl: 'https://cloud.example.org' }
const plain = { adapter: ids.adapter('cloudreve'), baseUrl: 'http://10.0.0.7:5212' }
const anna = {
  ...{ account: ids.account('account-ruuvi-2'), label: 'Work', email: 'work@example.org' },
  ...ruuvi,
}

const items: BackupItem[] = [
  {
    ...{ kind: 'account', id: 0, ticked: true, ...ruuvi, email: 'anna@example.org' },
    ...{ label: 'Anna at home', token: true, password: false },
    ...{ tags: ['home', 'garden'], hidden: false, active: true },
  },
  {
    ...{ kind: 'account', id: 1, ticked: true, ...cloud, email: 'anna@example.org' },
    ...{ label: 'Family cloud', token: true, password: true, site: 3 },
    ...{ tags: [], hidden: true, active: false },
  },
  {
    ...{ kind: 'account', id: 2, ticked: false, ...plain, email: 'anna@example.org' },
    ...{ label: 'Attic', token: false, password: false, site: 4 },
    ...{ tags: [], hidden: false, active: false },
  },
  { kind: 'site', id: 3, ticked: true, ...cloud, name: 'Family cloud', plainHttp: false },
  { kind: 'site', id: 4, ticked: false, ...plain, name: 'Attic', plainHttp: true },
  {
    ...{ kind: 'settings', id: 5, ticked: false, baseUrl: 'https://api.ipcola.com' },
    adapter: ids.adapter('ipcola'),
    changes: [{ label: pathLabel, here: '/api/mine', there: '/api/send' }],
  },
  {
    ...{ kind: 'description', id: 6, ticked: false, ...anna },
    changes: [
      { field: 'label', here: 'Work', there: 'Work, old laptop' },
      { field: 'colour', here: 'teal' },
      { field: 'tags', here: ['work'], there: ['work', 'europe'] },
      { field: 'hidden', here: false, there: true },
    ],
  },
  {
    ...{ kind: 'token', id: 7, ticked: false, replaces: true, ...anna },
    ends: { here: Date.UTC(2027, 2, 1), there: Date.UTC(2026, 11, 3) },
  },
  { kind: 'password', id: 8, ticked: true, replaces: false, ...anna },
]

const preview: BackupPreview = {
  items,
  same: 12,
  leftOut: {
    count: 2,
    named: [
      { why: 'unknown-service', name: 'kim@example.org' },
      { why: 'unreadable', name: '' },
    ],
  },
}

function opened(given: BackupPreview): Scene {
  return importing(
    { kind: 'opened', ...file },
    { answers: { 'backup.preview': () => ok(given), 'backup.import': () => ok(null) } },
  )
}

const many: BackupPreview = {
  same: 0,
  leftOut: none,
  items: Array.from({ length: 10_000 }, (_, id) => ({
    ...{ kind: 'account' as const, id, ticked: true, ...ruuvi, token: true, password: false },
    ...{ email: `person.${id}@mail.example.org`, label: `Customer number ${id}` },
    ...{ tags: [], hidden: false, active: false },
  })),
}

const counts = { accounts: 31, tokens: 28, passwords: 4 }
const done = {
  kind: 'done',
  ...file,
  described: 1,
  sites: 2,
  settings: 1,
  changedMeanwhile: 0,
} as const

export const backupScenes: Readonly<Record<string, Scene>> = {
  backup: exporting({ kind: 'idle' }),
  'backup-export': exporting({ kind: 'idle' }, { press: [words.export.begin] }),
  'backup-export-common': exporting(
    { kind: 'idle' },
    {
      press: [words.export.begin],
      keys: [...typed('password1'), 'Enter'],
      answers: {
        'backup.export': () => fail('invalid-input', { field: 'passphrase', detail: 'common' }),
      },
    },
  ),
  'backup-export-asking': exporting(
    { kind: 'idle' },
    {
      press: [words.export.begin],
      keys: [...typed('grey otters climb slowly'), 'Enter'],
      answers: { 'backup.export': never },
      untilThere: atWork,
    },
  ),
  'backup-reading': exporting({ kind: 'reading', done: 3_151, total: 10_000 }),
  'backup-unreadable': exporting({ kind: 'unreadable', troubles }),
  'backup-writing': exporting({ kind: 'writing' }),
  'backup-exported': exporting({ kind: 'done', file: file.file, ...counts, without: 2 }),
  'backup-export-failed': exporting({
    kind: 'failed',
    failure: { code: 'backup-not-written', detail: 'ENOSPC' },
  }),
  'backup-export-locked': exporting({ kind: 'failed', failure: { code: 'latchkey-locked' } }),
  'backup-not-one': exporting(
    { kind: 'idle' },
    { press: [words.import.begin], answers: { 'backup.choose': () => fail('not-a-backup') } },
  ),
  'backup-chosen': importing({ kind: 'chosen', ...file }),
  'backup-wrong-passphrase': importing(
    { kind: 'chosen', ...file },
    {
      keys: [...typed('not the one'), 'Enter'],
      answers: { 'backup.open': () => fail('wrong-passphrase') },
    },
  ),
  'backup-damaged': importing(
    { kind: 'chosen', ...file },
    {
      keys: [...typed('grey otters'), 'Enter'],
      answers: { 'backup.open': () => fail('backup-damaged') },
    },
  ),
  'backup-opening': importing(
    { kind: 'opening', ...file, done: 120, total: 400 },
    { untilThere: atWork },
  ),
  'backup-preview': opened(preview),
  'backup-preview-many': opened(many),
  'backup-preview-same': opened({ items: [], same: 43, leftOut: none }),
  'backup-importing': importing({ kind: 'importing', ...file, done: 1_200, total: 9_800 }),
  'backup-imported': importing({ ...done, ...counts, troubles: none }),
  'backup-import-failed': importing({
    ...{ ...done, ...counts, changedMeanwhile: 1, troubles },
    failure: { code: 'keychain-locked' },
  }),
  'backup-import-stopped': importing({
    ...{ ...done, ...counts, tokens: 3, passwords: 0, troubles: none },
    failure: { code: 'cancelled' },
  }),
  'backup-import-locked': importing({
    ...{ ...done, ...counts, tokens: 3, passwords: 0, troubles: none },
    failure: { code: 'latchkey-locked' },
  }),
}
