import type { Snapshot, WindowKind } from '../../contract'

type Host = Snapshot['surroundings']['host']

/** Only a host that is not meant for everyday use has a badge. */
const hostBadge: Readonly<Record<Host, { label: string; text: string } | undefined>> = {
  electron: undefined,
  chromium: { label: 'Chromium host', text: 'For development and tests' },
}

/** What the system calls a window, where it lists them. */
const windowTitles: Readonly<Record<WindowKind, string>> = {
  main: 'Latchkey',
  'quick-login': 'Latchkey: quick login',
  settings: 'Latchkey: settings',
  unlock: 'Latchkey: locked',
}

export const app = {
  name: 'Latchkey',
  windowTitles,
  skip: 'Skip to the content',
  back: 'Back',
  home: 'Overview',
  settings: 'Settings',
  close: 'Close',
  dismiss: 'Dismiss',
  notices: 'Messages',
  mailbox: 'Sandbox mailbox',
  hostBadge,
  loading: 'Opening your accounts…',
  failed: 'Latchkey’s window could not get its data',
  tryAgain: 'Try again',
  mistake: {
    title: 'This screen has a fault',
    text: 'Your accounts and tokens are not affected. Open the screen anew; if it happens again, please report it.',
    reload: 'Open anew',
  },
}
