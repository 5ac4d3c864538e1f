import type { Snapshot } from '../../contract'

type Host = Snapshot['surroundings']['host']

/** Only a host that is not meant for everyday use has a badge. */
const hostBadge: Readonly<Record<Host, { label: string; text: string } | undefined>> = {
  electron: undefined,
  chromium: { label: 'Chromium host', text: 'For development and tests' },
}

export const app = {
  name: 'Latchkey',
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
