import type { AccountState } from '../../account'
import { accountStates } from './accounts'
import { plural } from './counting'

/** The active account of a server is marked in menus with this; it reads well in every font. */
const activeMark = '✓'

interface AccountLine {
  readonly label: string
  readonly where: string
  /** Left out where it is not to be told. */
  readonly state: AccountState | undefined
  readonly active: boolean
}

/** Words of the tray and of its quick login. */
export const tray = {
  tooltip: (needsYou: number, keychainLocked: boolean) => {
    const parts = [
      ...(keychainLocked ? ['the keychain is locked'] : []),
      ...(needsYou > 0
        ? [
            plural(needsYou, {
              one: 'one account needs you',
              other: (n) => `${n} accounts need you`,
            }),
          ]
        : []),
    ]
    return parts.length === 0 ? 'Latchkey' : `Latchkey: ${parts.join(', ')}`
  },
  locked: 'Latchkey is locked',
  unlock: 'Unlock…',
  lock: 'Lock',
  open: 'Open Latchkey',
  quickLogin: 'Quick login…',
  settings: 'Settings…',
  quit: 'Quit Latchkey',
  checkAll: 'Check all accounts',
  stopChecking: 'Stop checking all accounts',
  addAccount: 'Add account…',
  allAccounts: 'All accounts…',
  noAccounts: 'No accounts yet',
  /** One line for an account: marker, label, where, and its state unless it is ready. */
  account: ({ label, where, state, active }: AccountLine) => {
    const marker = active ? `${activeMark} ` : ''
    const told = state === undefined || state === 'ready' ? '' : ` · ${accountStates[state].short}`
    return `${marker}${label} (${where})${told}`
  },
  copyToken: (label: string) => `Copy token of ${label}`,
  /** Where the tray itself cannot copy: opens the page that can. */
  openToCopy: (label: string) => `Open ${label} to copy its token`,
  waiting: (label: string, text: string) => `${label}: ${text}`,
  keychainLocked: 'The keychain is locked',
  /** What the service told of an active account, beneath its line. */
  facts: (facts: readonly string[]) => facts.join(' · '),
  fact: (label: string, value: string) => `${label}: ${value}`,
  usedOf: (used: string, total: string) => `${used} of ${total}`,
  notices: {
    title: 'Latchkey',
    active: (label: string) => `${label} is active.`,
    refreshed: (label: string) => `${label} is active and has a new token.`,
    loggedIn: (label: string) => `${label} is active and logged in.`,
    copied: (label: string) => `Token of ${label} copied.`,
    stillCopied: 'A copied token may still be in the clipboard. Copy something else to replace it.',
    needsYou: (label: string, state: string) => `${label}: ${state}`,
    failed: (label: string, title: string) => `${label}: ${title}`,
  },
}

/** Words of the application's menu. */
export const menu = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  help: 'Help',
  shortcuts: 'Keyboard shortcuts',
  about: 'About Latchkey',
  services: 'Services',
  hide: 'Hide Latchkey',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  window: 'Window',
  minimize: 'Minimise',
  zoomWindow: 'Zoom',
  allToFront: 'Bring all to front',
  developerTools: 'Developer tools',
  addAccount: 'Add account…',
  settings: 'Settings…',
  lock: 'Lock now',
  close: 'Close window',
  quit: 'Quit Latchkey',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  hideAddresses: 'Hide addresses',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
}

/** What stands in the system's own window about the program. */
export const about = {
  licence: 'Free software under the MIT licence, without any warranty.',
  credits: (versions: { electron: string; chromium: string; node: string }) =>
    [
      'Tokens lie in your system’s keychain and go to nobody but the service they belong to.',
      `Made with Electron ${versions.electron}, Chromium ${versions.chromium}, Node ${versions.node}, React and keytar.`,
      'The file docs/dependencies.md of the source names every package and its licence.',
    ].join('\n'),
}

/** Dialogs that come before or beside any window. */
export const dialogs = {
  title: 'Latchkey',
  startFailed: 'Latchkey could not start',
  startFailedText: (reason: string) => `Nothing was changed. ${reason}`,
  startRefused: {
    runsAlready:
      'Latchkey runs already, but it does not answer. Quit it, or wait until it has ended, and start it again.',
    noLock: (folder: string) =>
      `It could not make sure that it runs only once. Check that you may write in ${folder} and in the temporary folder, and that there is room.`,
  },
}
