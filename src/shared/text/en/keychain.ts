import type { BookNotice, KeychainView, Snapshot } from '../../contract'

export type Platform = Snapshot['surroundings']['platform']
export type UnavailableReason = Extract<KeychainView, { kind: 'unavailable' }>['reason']

/** Words for a state of the keychain; without `title` there is nothing to tell. */
export interface KeychainWords {
  readonly short: string
  readonly title: string
  readonly text: string
}

const places: Readonly<Record<Platform, string>> = {
  linux: 'your desktop’s keychain',
  mac: 'the macOS keychain',
  windows: 'Windows Credential Manager',
}

const unlock: Readonly<Record<Platform, string>> = {
  linux:
    'Unlock it in “Passwords and Keys” (Seahorse) or KWalletManager, or log in to your desktop with your password instead of automatically.',
  mac: 'Open “Keychain Access”, choose “login” and unlock it; after a changed password your old one may be asked for.',
  windows: 'Sign in to Windows again, then try again.',
}

const denied: Readonly<Record<Platform, string>> = {
  linux: 'Latchkey will not ask again by itself. Ask again and confirm your desktop’s question.',
  mac: 'Latchkey will not ask again by itself. Ask again and choose “Always Allow” in the question.',
  windows: 'Latchkey will not ask again by itself. Ask again and confirm the question.',
}

const none = { short: 'Missing', title: 'There is no keychain to keep tokens in' }

/** What is wrong, in one line: a keychain that is there is not called missing. */
const unavailable: Readonly<Record<UnavailableReason, Omit<KeychainWords, 'text'>>> = {
  'no-session-bus': none,
  'no-secret-service': none,
  'no-keychain-library': none,
  'not-answering': { short: 'No answer', title: 'The keychain does not answer' },
  'process-failed': { short: 'No answer', title: 'The keychain cannot be reached' },
  unknown: { short: 'Failing', title: 'The keychain does not work' },
}

const noKeychain: Readonly<Record<UnavailableReason, Readonly<Record<Platform, string>>>> = {
  'no-session-bus': {
    linux:
      'Latchkey runs outside a desktop session, so the keychain cannot be reached. Log in to your desktop and try again, or start Latchkey from there or inside “dbus-run-session”.',
    mac: 'The keychain cannot be reached from this session. Start Latchkey from your desktop.',
    windows: 'The Credential Manager cannot be reached from this session. Sign in to the desktop.',
  },
  'no-secret-service': {
    linux:
      'No keychain program answers. Install “gnome-keyring” (GNOME, Xfce, most desktops), turn on the Secret Service in KWallet (KDE) or in KeePassXC, then try again.',
    mac: 'The keychain did not answer. Open “Keychain Access” and see whether “login” is listed.',
    windows: 'Start the service “Credential Manager” in Windows’ list of services, then try again.',
  },
  'no-keychain-library': {
    linux:
      'A library that reaches the keychain is missing. Install “libsecret-1-0” (Debian, Ubuntu) or “libsecret” (Fedora, Arch), then try again.',
    mac: 'A part of Latchkey is damaged or missing. Install Latchkey anew; your tokens stay where they are.',
    windows:
      'A part of Latchkey is damaged or missing. Install Latchkey anew; your tokens stay where they are.',
  },
  'not-answering': {
    linux: 'Try again. If it stays like this, log out of your desktop and in again.',
    mac: 'Look for a question of the system behind other windows, then try again.',
    windows: 'Try again. If it stays like this, sign out of Windows and in again.',
  },
  'process-failed': {
    linux:
      'The part of Latchkey that speaks to the keychain keeps stopping. Try again, or restart Latchkey.',
    mac: 'The part of Latchkey that speaks to the keychain stopped. Try again, or restart Latchkey.',
    windows:
      'The part of Latchkey that speaks to the Credential Manager stopped. Try again, or restart Latchkey.',
  },
  unknown: {
    linux: 'The keychain refused without a reason that Latchkey knows. Try again, or log in again.',
    mac: 'The keychain refused without a reason that Latchkey knows. Try again, or log in again.',
    windows:
      'The Credential Manager refused without a reason that Latchkey knows. Try again, or sign in again.',
  },
}

/** Gives the words for a state of the keychain on a platform. */
function keychainWords(view: KeychainView, platform: Platform): KeychainWords {
  switch (view.kind) {
    case 'starting':
      return {
        short: 'Opening',
        title: 'Opening the keychain',
        text: `Asking ${places[platform]}.`,
      }
    case 'ready':
      return {
        short: 'Ready',
        title: 'The keychain is ready',
        text: `Tokens are kept in ${places[platform]}.`,
      }
    case 'locked':
      return {
        short: 'Locked',
        title: 'The keychain is locked',
        text: `Your tokens are safe in it but cannot be used. ${unlock[platform]}`,
      }
    case 'asking':
      return {
        short: 'Asking you',
        title: 'Your system is asking for permission',
        text: 'Answer its question to go on; it may be behind other windows. If you cancel here, the question may stay open.',
      }
    case 'denied':
      return {
        short: 'Refused',
        title: 'Access to the keychain was refused',
        text: denied[platform],
      }
    case 'unavailable':
      return {
        ...unavailable[view.reason],
        text: noKeychain[view.reason][platform],
      }
    case 'memory':
      return {
        short: 'Memory only',
        title: 'Tokens are kept in memory only',
        text: 'New ones are gone when Latchkey quits, and you will log in again. Nothing is written to the disk. What your keychain holds stays there, and cannot be deleted until it can be reached.',
      }
  }
}

/** What the person must know about the list of accounts, or undefined if all is well. */
function bookWords(notice: BookNotice): { title: string; text: string } | undefined {
  switch (notice.kind) {
    case 'fine':
      return undefined
    case 'restored':
      return {
        title: 'The list of accounts was damaged and has been restored',
        text:
          notice.setAside === ''
            ? 'The file was missing. The last good copy is in use, so the newest change may be missing.'
            : `The last good copy is in use, so the newest change may be missing. The damaged file was set aside: ${notice.setAside}`,
      }
    case 'damaged':
      return {
        title: 'The list of accounts could not be read',
        text: `Latchkey starts with an empty list. Your tokens are still in the keychain, and the damaged file was set aside: ${notice.setAside}`,
      }
    case 'newer':
      return {
        title: 'The list of accounts comes from a newer Latchkey',
        text: 'This one shows it but changes nothing in it. Update Latchkey to make changes.',
      }
  }
}

export const keychain = {
  title: 'Keychain',
  words: keychainWords,
  retry: 'Try again',
  askAgain: 'Ask again',
  stopAsking: 'Cancel',
  useMemory: 'Keep tokens in memory until Latchkey quits',
  useMemoryHint: 'Nothing is written to the disk; after a restart you log in again.',
}

export const book = { words: bookWords }
