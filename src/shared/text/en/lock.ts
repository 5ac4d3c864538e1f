import type { Snapshot } from '../../contract'
import { number, plural } from './counting'

type Platform = Snapshot['surroundings']['platform']

/** Whether Latchkey hears of a locked screen is for the system to say. */
const withScreenHint: Readonly<Record<Platform, string>> = {
  linux: 'When your desktop says that it has locked the screen; most do.',
  mac: 'When the screen is locked or another person’s session takes it.',
  windows: 'When you press Win+L or Windows locks the screen by itself.',
}

/** Words about the lock: what is set, what is under way, and the window that unlocks. */
export const lock = {
  title: 'Lock',
  off: {
    title: 'No passphrase is set',
    text: 'With a passphrase, every token and remembered password is sealed before it goes into the keychain. Nobody reads them without it, neither at this computer nor from a copy of its disk.',
    begin: 'Set a passphrase…',
  },
  turnOn: {
    title: 'Set a passphrase',
    noWayBack: 'There is no way back without it',
    noWayBackText:
      'Nobody can reset a forgotten passphrase. Your accounts would stay in the list, but you would log in to each of them anew.',
    submit: 'Set passphrase and seal',
  },
  open: {
    title: 'A passphrase protects your tokens',
    text: 'Every token and remembered password in the keychain is sealed. While Latchkey is locked, nothing opens them.',
    oldCopy:
      'A copy of the lock on this disk still opens with the passphrase that you had before, because the disk refused to renew it. Latchkey tries again when you unlock it or start it.',
    lockNow: 'Lock now',
    change: 'Change passphrase…',
    turnOff: 'Remove passphrase…',
  },
  change: {
    title: 'Change the passphrase',
    text: 'It takes effect at once; no token has to be sealed anew.',
    submit: 'Change passphrase',
    done: 'The passphrase is changed',
  },
  turnOff: {
    title: 'Remove the passphrase',
    text: 'Every token is put back into the keychain as it was before, protected by the keychain alone.',
    submit: 'Remove passphrase',
  },
  cancel: 'Cancel',
  empty: 'Enter your passphrase.',
  resealing: {
    progress: 'Progress',
    title: { sealed: 'Sealing your tokens…', clear: 'Removing the passphrase…' },
    text: {
      sealed:
        'You can go on working. If Latchkey is interrupted, it goes on after the next unlock.',
      clear:
        'You can go on working. It stays until the last token is back in the keychain as before.',
    },
    told: (done: number, total: number) =>
      plural(total, {
        one: `${number(done)} of 1 account`,
        other: (n) => `${number(done)} of ${n} accounts`,
      }),
    stop: 'Stop',
  },
  stopped: {
    title: { sealed: 'Not every token is sealed yet', clear: 'The passphrase is not removed yet' },
    text: {
      sealed: 'The others are still protected by the keychain alone.',
      clear: 'The others are still sealed with it.',
    },
    /** `account` is a label, `why` the title of a failure. */
    at: (account: string | undefined, why: string) =>
      account === undefined ? `${why}.` : `${account}: ${why}.`,
    tooLarge: {
      title: 'Sealed, its token is too long for the keychain',
      text: 'Remove this account or the passphrase.',
    },
    missing: {
      title: 'Its token or remembered password is not in the keychain',
      text: 'It may lie sealed in another keychain, so the passphrase stays. Open that keychain and continue; or log in to this account again, or remove it.',
    },
    goOn: 'Continue',
    settings: 'Lock settings',
  },
  idle: {
    label: 'Lock after',
    hint: 'When keyboard and mouse have not been used for this long.',
    minutes: (minutes: number) =>
      minutes === 60
        ? '1 hour'
        : plural(minutes, { one: '1 minute', other: (n) => `${n} minutes` }),
    never: 'Never',
  },
  onSuspend: 'Lock before the computer sleeps',
  withScreen: 'Lock with the screen',
  withScreenHint,
  hideAddresses: 'Hide addresses in the tray while locked',
  hideAddressesHint: 'The tray then says only that Latchkey is locked.',
  /** The window that stands alone while Latchkey is locked. */
  unlock: {
    title: 'Latchkey is locked',
    text: 'Enter your passphrase to reach your accounts.',
    submit: 'Unlock',
    wait: (time: string) => `Try again in ${time}`,
    tries: (failed: number) =>
      plural(failed, {
        one: 'One wrong passphrase since the last right one.',
        other: (n) => `${n} wrong passphrases since the last right one.`,
      }),
    forgotten: 'Forgot your passphrase?',
    forgottenText:
      'Nobody can open what was sealed with it. To start over, quit Latchkey and delete “lock.json” and “lock.json.bak” in its folder: your accounts stay in the list, and you log in to each of them again.',
    opened: 'Latchkey is open',
    toMain: 'Show my accounts',
  },
  /** Stands in a window that is still there although Latchkey is locked. */
  elsewhere: 'Unlock…',
}
