import type { DesktopView, Settings } from '../../settings'
import { networkError } from '../../network-error'
import type { UpdatesView } from '../../updates'
import { sentences } from '../sentences'

/** Why a shortcut does not work, and what to do. */
const shortcutProblems: Readonly<Record<NonNullable<DesktopView['shortcutProblem']>, string>> = {
  taken: 'Another program has these keys. Choose others, or free them there.',
  invalid: 'This system cannot use these keys as a shortcut. Choose others.',
}

const whenClosed: Readonly<Record<Settings['whenClosed'], { label: string; hint: string }>> = {
  automatic: {
    label: 'Stay in the tray where there is one',
    hint: 'Without a tray, Latchkey quits.',
  },
  'keep-running': {
    label: 'Keep running',
    hint: 'Also where there is no tray.',
  },
  quit: {
    label: 'Quit',
    hint: 'Tokens are no longer checked or refreshed.',
  },
}

const appearances: Readonly<Record<Settings['appearance'], string>> = {
  system: 'Same as system',
  light: 'Light',
  dark: 'Dark',
}

/** What the desktop shows of the program while no window is open. */
const trayNow: Readonly<Record<DesktopView['tray'], string | undefined>> = {
  there: undefined,
  missing: 'This desktop shows no tray.',
  unknown: 'Latchkey could not find out whether this desktop shows a tray.',
}

/** What is known of newer versions of the program. */
function updatesState(updates: UpdatesView): string {
  switch (updates.kind) {
    case 'idle':
      return 'Latchkey looks for a newer version once a day.'
    case 'checking':
      return 'Looking for a newer version…'
    case 'up-to-date':
      return 'This is the newest version.'
    case 'available':
      return `Version ${updates.version} is available. Get it where you got Latchkey.`
    case 'fetching':
      return `Fetching version ${updates.version}…`
    case 'ready':
      return `Version ${updates.version} is ready. It takes over when you quit Latchkey.`
    case 'cannot':
      return 'This copy of Latchkey cannot look for newer versions. Get one where you got this.'
    case 'failed':
      return sentences(
        'Latchkey could not get a newer version and will try again within a day.',
        failedWords(updates.reason),
      )
  }
}

/** What came between, where it is known; otherwise in the words that it was told in. */
function failedWords(reason: string): string {
  const code = networkError(reason)
  return code === undefined
    ? `What was reported: ${reason}`
    : `The server for updates could not be asked. Code ${code}`
}

export const settings = {
  title: 'Settings',
  failed: (title: string) => `Nothing was changed: ${title}`,
  general: 'General',
  language: 'Language',
  /** Stands before the languages, each of which is called by its own name. */
  languageOfSystem: 'Same as system',
  appearance: 'Appearance',
  appearances,
  startAtLogin: 'Start when you log in to this computer',
  startAtLoginHint: 'Starts in the tray, without a window.',
  startAtLoginFailed:
    'Your system did not let Latchkey change this. Look for Latchkey among its login items.',
  startAtLoginUnavailable: 'Only the installed program can start by itself.',
  zoom: 'Zoom',
  zoomHint: 'How large everything is drawn, in every window.',
  percent: (percent: number) => `${percent}%`,
  whenClosedTitle: 'When the last window is closed',
  whenClosed,
  trayNow,
  wayBack: (shortcut: string | undefined) =>
    shortcut === undefined
      ? 'To come back, start Latchkey again.'
      : `To come back, start Latchkey again or press ${shortcut}.`,
  quickLogin: 'Quick login',
  shortcut: 'Shortcut',
  shortcutHint: 'Opens quick login from any program.',
  shortcutNone: 'Not set',
  shortcutRecord: 'Record shortcut',
  shortcutChange: 'Change',
  shortcutClear: 'Remove shortcut',
  shortcutPress: 'Press the keys…',
  shortcutStop: 'Stop',
  shortcutNeedsModifier: (keys: string) => `Hold one of these with it: ${keys}.`,
  shortcutUnusable: 'This key cannot be part of a shortcut. Try another one.',
  shortcutSet: (keys: string) => `${keys} opens quick login.`,
  shortcutAsked: (keys: string) => `Your desktop was asked for ${keys}.`,
  shortcutUnsure:
    'Your desktop decides whether these keys work and does not say; it may keep keys from before. If they do nothing, add a shortcut in your desktop’s own settings that runs:',
  shortcutRemoved: 'Quick login has no shortcut.',
  shortcutProblems,
  health: 'Health',
  backgroundChecks: 'Check accounts in the background',
  backgroundChecksHint:
    'Asks each service now and then whether your tokens are still accepted, and refreshes them in time where the service can.',
  notifications: 'Notify me when something needs me',
  notificationsHint: 'Only when something cannot go on without you, and never with a token in it.',
  servers: 'Servers',
  serversText: 'Where your accounts are, and what Latchkey may do there.',
  save: 'Save',
  saved: (server: string) => `Saved for ${server}.`,
  off: 'Empty: off',
  removeServer: 'Take off the list',
  removeServerHint: 'Remove its accounts first.',
  removedServer: (server: string) => `${server} is off the list.`,
  openSite: 'Open the site',
  updates: { title: 'Updates', check: 'Look for updates', state: updatesState },
  about: 'About',
  version: (version: string) => `Latchkey ${version}`,
  noSettings: 'Nothing to set here.',
}
