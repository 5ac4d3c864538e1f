import type { BackupContents, BackupItem, LeftOutReason } from '../../backup'
import { all, number, plural } from './counting'

function counted(count: number, one: string, many: string): string {
  return plural(count, { one: `one ${one}`, other: (n) => `${n} ${many}` })
}

/** How many of all accounts: “3 of 7 accounts”. */
function accountsOf(done: number, total: number): string {
  return plural(total, {
    one: `${number(done)} of 1 account`,
    other: (n) => `${number(done)} of ${n} accounts`,
  })
}

interface Counts {
  readonly accounts: number
  readonly tokens: number
  readonly passwords: number
}

function inWords({ accounts, tokens, passwords }: Counts): string[] {
  return [
    ...(accounts > 0 ? [counted(accounts, 'account', 'accounts')] : []),
    ...(tokens > 0 ? [counted(tokens, 'token', 'tokens')] : []),
    ...(passwords > 0 ? [counted(passwords, 'password', 'passwords')] : []),
  ]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const contents: Readonly<Record<BackupContents, { label: string; hint: string }>> = {
  accounts: {
    label: 'Accounts without tokens',
    hint: 'Labels, addresses, colours, tags and sites. After an import you log in again.',
  },
  tokens: {
    label: 'Accounts with tokens',
    hint: 'Whoever has the file and its passphrase is logged in as you.',
  },
  passwords: {
    label: 'Accounts with tokens and remembered passwords',
    hint: 'Also the passwords that you asked Latchkey to remember.',
  },
}

/** What a group of the preview is about. */
const groups: Readonly<Record<BackupItem['kind'], { title: string; text: string }>> = {
  account: {
    title: 'New accounts',
    text: 'They are not in your list yet.',
  },
  site: {
    title: 'New sites',
    text: 'The accounts of a site can be imported only together with it.',
  },
  settings: {
    title: 'Settings of servers',
    text: 'They replace what is set here.',
  },
  description: {
    title: 'Other labels, colours and tags',
    text: 'They replace what is here.',
  },
  token: {
    title: 'Tokens for accounts that you have',
    text: 'An imported one may be older than the one here that it replaces.',
  },
  password: {
    title: 'Passwords for accounts that you have',
    text: 'An imported one may be older than the one here that it replaces.',
  },
}

const leftOut: Readonly<Record<LeftOutReason, string>> = {
  'unknown-service': 'This Latchkey does not know the service',
  'unknown-server': 'This is no server of its service',
  unreadable: 'This entry cannot be read',
  twice: 'The backup has this account twice',
  'being-removed': 'You are just removing this account',
}

/** Words about backups: what is exported, and what an import changes. */
export const backup = {
  title: 'Backup',
  text: 'All your accounts in one file, sealed with a passphrase of its own.',
  fileKind: 'Latchkey backup',
  allFiles: 'All files',
  saveTitle: 'Export a backup',
  saveButton: 'Export',
  openTitle: 'Import a backup',
  openButton: 'Choose',
  cancel: 'Cancel',
  stop: 'Stop',
  close: 'Done',
  more: (count: number) => `and ${number(count)} more`,

  export: {
    title: 'Export',
    hint: 'Writes a file that you can keep elsewhere.',
    begin: 'Export a backup…',
    contents: 'What goes into it',
    kinds: contents,
    noWayBack: 'Nobody can open it without the passphrase',
    noWayBackText:
      'Not even Latchkey: there is no way to reset it. Write it down, or keep it in a password manager. Settings of Latchkey and permissions for scripts are not part of a backup.',
    submit: 'Choose where…',
    progress: 'Accounts read',
    reading: (done: number, total: number) => `${accountsOf(done, total)} read`,
    writing: 'The backup is being sealed and written.',
    unreadable: (count: number) =>
      `${capital(counted(count, 'token or password', 'tokens or passwords'))} cannot be read`,
    unreadableText: 'Nothing is written yet. The accounts themselves can be exported all the same.',
    goOn: 'Export without them',
    done: (file: string) => `“${file}” is written`,
    doneText: (counts: Counts) => {
      const parts = inWords(counts)
      return parts.length === 0 ? 'There was no account to put in it.' : `It holds ${all(parts)}.`
    },
    without: (count: number) =>
      plural(count, {
        one: 'One token or password could not be read, and so is not in it.',
        other: (n) => `${n} tokens or passwords could not be read, and so are not in it.`,
      }),
    show: 'Show in folder',
    locked: 'Latchkey was locked before the backup was written',
    lockedText: 'No file was written, and what was there before is as it was.',
    again: 'Try again',
  },

  import: {
    title: 'Import',
    hint: 'Shows what a backup would change before it changes anything.',
    begin: 'Import a backup…',
    made: (when: string) => `Made on ${when}.`,
    passphrase: 'Passphrase of the backup',
    empty: 'Type the passphrase that the backup was exported with.',
    open: 'Open',
    another: 'Choose another file…',
    progress: 'Accounts compared',
    opening: 'The backup is being opened.',
    comparing: (done: number, total: number) => `${accountsOf(done, total)} compared`,
    importing: (done: number, total: number) =>
      total === 0 ? 'Accounts are being added.' : `Tokens kept for ${accountsOf(done, total)}`,
    keeping: 'Tokens kept',
  },

  preview: {
    title: (file: string) => `What “${file}” would change`,
    text: 'Nothing is changed yet. Only what is ticked is taken.',
    nothing: 'Everything in this backup is here already.',
    empty: 'There is nothing in this backup.',
    same: (count: number) =>
      plural(count, {
        one: 'One account is here exactly as in the backup.',
        other: (n) => `${n} accounts are here exactly as in the backup.`,
      }),
    groups,
    count: (ticked: number, total: number) => `${number(ticked)} of ${number(total)}`,
    takeAll: (title: string) => `Take all: ${title}`,
    take: (name: string) => `Take ${name}`,
    columns: { take: 'Take', what: 'What', change: 'What changes' },
    more: (count: number) => `Show ${number(count)} more`,
    adds: (token: boolean, password: boolean) => {
      const parts = [...(token ? ['its token'] : []), ...(password ? ['its password'] : [])]
      return parts.length === 0 ? 'Without a token' : `With ${all(parts)}`
    },
    /** How it will be marked. */
    tagged: (tags: readonly string[]) => `tags: ${tags.join(', ')}`,
    comesHidden: 'hidden',
    comesActive: 'active, if its server has no active account',
    needsSite: 'Its site is not ticked',
    plainHttp: 'Not encrypted: what is sent there can be read on the way',
    site: 'Is added to your servers',
    change: (here: string, there: string) => `${here} → ${there}`,
    none: 'none',
    fields: { label: 'Label', colour: 'Colour', tags: 'Tags', hidden: 'Hidden' },
    hidden: (hidden: boolean): string => (hidden ? 'yes' : 'no'),
    tokenAdded: 'There is none here',
    tokenReplaced: 'Replaces the one here',
    ends: (when: string) => `ends ${when}`,
    endUnknown: 'end not known',
    leftOut: (count: number) => `Left out: ${counted(count, 'entry', 'entries')}`,
    leftOutText: 'They stay in the file.',
    reasons: leftOut,
    unnamed: 'Without a name',
    submit: (count: number) =>
      count === 0 ? 'Nothing is ticked' : `Import ${counted(count, 'change', 'changes')}`,
  },

  done: {
    title: 'The backup is imported',
    stopped: 'The import has stopped',
    locked: 'The import was stopped when Latchkey was locked',
    failed: 'The import could not be finished',
    again: 'What is done stays. Import the same file again to go on: nothing comes twice.',
    added: (counts: Counts) => `Added: ${all(inWords(counts))}.`,
    described: (count: number) =>
      `${capital(counted(count, 'account has', 'accounts have'))} the label, colour and tags of the backup.`,
    sites: (count: number) => `${capital(counted(count, 'site was', 'sites were'))} added.`,
    settings: (count: number) =>
      `The settings of ${counted(count, 'server', 'servers')} were taken over.`,
    nothing: 'Nothing was changed.',
    changedMeanwhile: (count: number) =>
      plural(count, {
        one: 'One thing had changed since the preview, and so was left alone.',
        other: (n) => `${n} things had changed since the preview, and so were left alone.`,
      }),
    troubles: (count: number) =>
      `${capital(counted(count, 'token or password', 'tokens or passwords'))} could not be kept`,
  },
}
