import type { FailureCode } from '../../failure'
import type { Remedy } from '../../failure-remedy'
import type { SystemReason } from '../../system-error'

/**
 * Words for a failure: `text` says what happened, whether anything was changed, and what to do next.
 * The service's own words (`detail`) are shown beneath, as the service's.
 */
export interface FailureWords {
  readonly title: string
  readonly text: string
}

export const failures: Readonly<Record<FailureCode, FailureWords>> = {
  'invalid-input': {
    title: 'Something is missing or not right',
    text: 'Nothing was sent. Look at the marked field and try again.',
  },
  'wrong-credentials': {
    title: 'The e-mail or the password is wrong',
    text: 'You were not logged in and nothing was changed. Check both and try again, or reset the password.',
  },
  'wrong-code': {
    title: 'This code is not right',
    text: 'The service did not accept it, and nothing was changed. Check it against the newest mail, or have a new code sent.',
  },
  'code-expired': {
    title: 'This code has already been used or is too old',
    text: 'This try changed nothing. Have a new code sent and use only the newest mail.',
  },
  'captcha-wrong': {
    title: 'That is not what the picture says',
    text: 'Nothing was changed and what you typed is still here. Here is a new picture.',
  },
  'captcha-needs-browser': {
    title: 'This site’s check against robots works only in a browser',
    text: 'Nothing was sent. Log in on the site in your browser, then bring its token here.',
  },
  'second-factor-wrong': {
    title: 'This one-time code is not right',
    text: 'You are not logged in yet. Wait for the next code of your authenticator and check this computer’s clock.',
  },
  'attempt-expired': {
    title: 'This took longer than the service allows',
    text: 'The service has dropped this attempt; the account is as it was. Start again.',
  },
  'email-taken': {
    title: 'There is already an account with this e-mail address',
    text: 'No account was made. Log in instead, or use another address.',
  },
  'email-unknown': {
    title: 'There is no account with this e-mail address',
    text: 'Nothing was changed. Check the address, or register a new account.',
  },
  'email-unconfirmed': {
    title: 'This e-mail address is not confirmed yet',
    text: 'You were not logged in. Open the link in the mail that the service sent, then log in.',
  },
  'email-mismatch': {
    title: 'This code belongs to another address',
    text: 'The code was for another address than the one you gave, so nothing was stored. Use the mail that was sent to this address.',
  },
  'sign-up-closed': {
    title: 'This server takes no new accounts',
    text: 'No account was made. Ask the person who runs it for one, or log in if you already have one.',
  },
  'already-verified': {
    title: 'This account has already been confirmed',
    text: 'There is nothing left to confirm. You can log in.',
  },
  'account-blocked': {
    title: 'The service has blocked this account',
    text: 'It stays in your list with its token. Only the service can lift this: write to its support.',
  },
  'rate-limited': {
    title: 'Too many tries in a short time',
    text: 'The service asks you to wait. What you typed is still here, and nothing is sent by itself.',
  },
  'token-rejected': {
    title: 'The service no longer accepts this token',
    text: 'The account and its label stay. Log in again to get a new token.',
  },
  'mail-failed': {
    title: 'The service could not send its mail',
    text: 'It may have done the rest of what you asked for. Check the address and try again in a few minutes.',
  },
  offline: {
    title: 'The server cannot be reached',
    text: 'Check the network and the server’s address, then try again.',
  },
  timeout: {
    title: 'The server did not answer in time',
    text: 'Nothing was changed here. Try again in a moment.',
  },
  'outcome-unknown': {
    title: 'It is not known whether this went through',
    text: 'The request was sent, but no answer came back. It is not sent again by itself: first find out how things stand, by logging in or by having a new code sent.',
  },
  'tls-untrusted': {
    title: 'This server’s certificate is not trusted',
    text: 'Nothing was sent, because somebody could be listening. Try again in another network, or ask whoever runs the server.',
  },
  'unencrypted-private': {
    title: 'This server does not encrypt',
    text: 'Nothing was sent: everybody in the same network could read it. For a site of your own you can allow it.',
  },
  'unencrypted-public': {
    title: 'This server does not encrypt, and it is not in your network',
    text: 'Nothing was sent, because over http anybody on the way could read and change it. Use its https address.',
  },
  'proxy-needs-sign-in': {
    title: 'Your network’s proxy wants a sign-in',
    text: 'Nothing reached the service. Sign in to the proxy in your system’s network settings, then try again.',
  },
  redirected: {
    title: 'The server points to another address',
    text: 'Latchkey does not follow, so that nothing is sent to the wrong place. If the new address is right, add it as a server.',
  },
  'not-the-service': {
    title: 'Something else answered',
    text: 'A web page came instead of the service: the address may be wrong, or this network wants a sign-in in the browser first. Nothing was changed.',
  },
  'unexpected-answer': {
    title: 'The service answered in a way Latchkey does not know',
    text: 'Nothing was stored. The service may have changed: try again later, or with a newer Latchkey.',
  },
  'service-error': {
    title: 'The service reports an error',
    text: 'It did not do what was asked. Try again in a moment.',
  },
  'keychain-unavailable': {
    title: 'There is no keychain to keep the token in',
    text: 'The account is in your list, but its token could not be stored or read. Set up the keychain, then try again.',
  },
  'keychain-locked': {
    title: 'The keychain is locked',
    text: 'Nothing is lost. Unlock it and try again.',
  },
  'keychain-copy-locked': {
    title: 'Not deleted: another keyring holds a copy',
    text: 'It is locked, and has an earlier token or password of this account. Unlock that keyring in “Passwords and Keys” (Seahorse) or KWalletManager, or delete it there if its password is lost, then try again.',
  },
  'keychain-denied': {
    title: 'Your system refused access to the keychain',
    text: 'Nothing is lost. Latchkey asks again only when you say so.',
  },
  'keychain-timeout': {
    title: 'The keychain did not answer',
    text: 'Nothing is lost. Your system may be showing a question behind other windows; answer it and try again.',
  },
  'keychain-out-of-reach': {
    title: 'Not deleted: the keychain cannot be reached',
    text: 'It still holds an earlier token or password of this account. Restart Latchkey once the keychain is there, then try again.',
  },
  'secret-missing': {
    title: 'The keychain has no token for this account',
    text: 'It was deleted or damaged outside Latchkey. The account and its label stay. Log in again to get a new token.',
  },
  'secret-too-large': {
    title: 'This is too long for the keychain',
    text: 'It was not stored: a keychain takes at most 2,500 bytes. Check that you copied only the token.',
  },
  'secret-sealed': {
    title: 'This token was sealed with a passphrase that is gone',
    text: 'Nothing was deleted. Quit Latchkey, bring back “lock.json” from a copy of its folder and start it again; or log in again to get a new token.',
  },
  'latchkey-locked': {
    title: 'Latchkey is locked',
    text: 'Nothing was done. Unlock it with your passphrase, then try again.',
  },
  'wrong-passphrase': {
    title: 'This passphrase is not right',
    text: 'Nothing was changed. Check Caps Lock and the keyboard’s language, then try again.',
  },
  'too-many-tries': {
    title: 'Too many wrong passphrases',
    text: 'This one was not checked, and nothing was changed. Wait, then try again: the wait grows with each wrong one, and a restart does not shorten it.',
  },
  'not-a-backup': {
    title: 'This file is not a backup of Latchkey',
    text: 'Nothing was changed. Choose a file that Latchkey has written; its name usually ends in “.latchkey”.',
  },
  'backup-damaged': {
    title: 'This backup is damaged',
    text: 'It is not as it was written, so nothing of it was taken and nothing was changed. Copy it again from where it came from, or use another backup.',
  },
  'backup-newer': {
    title: 'This backup was made by a newer Latchkey',
    text: 'This one cannot read it, and nothing was changed. Update Latchkey, then import it again.',
  },
  'backup-too-large': {
    title: 'This is too large for a backup',
    text: 'A backup has at most 64 MB, 128 MB when it is unpacked, and 100,000 accounts. Nothing was written or changed.',
  },
  'backup-not-read': {
    title: 'This file cannot be read',
    text: 'Nothing was changed. Check that it is still there and that you may open it, then try again.',
  },
  'backup-not-written': {
    title: 'The backup could not be written',
    text: 'There is no new backup, and a file that was there before is as it was. Make room, or choose another place.',
  },
  'book-damaged': {
    title: 'The list of accounts could not be read',
    text: 'So nobody can tell which tokens there are, and nothing was changed. Quit Latchkey and bring back “book.json” from a copy of its folder before you start it again; without it, Latchkey goes on with the new list.',
  },
  'book-read-only': {
    title: 'This cannot be changed here',
    text: 'The file it is kept in was written by a newer Latchkey, so this one only reads it. Nothing was changed. Update Latchkey.',
  },
  'disk-failed': {
    title: 'This could not be saved',
    text: 'The disk refused it. Make room or check the folder’s permissions, then try again.',
  },
  'file-changed': {
    title: 'This was changed from elsewhere',
    text: 'Another program, perhaps a second Latchkey, has changed the file it is kept in. Nothing was overwritten, and your change was not saved. Quit every Latchkey, start one again, and repeat the change.',
  },
  'not-found': {
    title: 'This is no longer here',
    text: 'It was removed or has ended in the meantime. Nothing else was changed; go back and choose again.',
  },
  'own-session': {
    title: 'This is the session that Latchkey uses',
    text: 'It was not ended. Log out instead if you want it to end.',
  },
  'unsafe-to-copy': {
    title: 'This token cannot be put into a command',
    text: 'It holds characters that a terminal would misread, so nothing was copied. Copy the token alone instead.',
  },
  unsupported: {
    title: 'The service does not offer this',
    text: 'Nothing was changed. Use its own site for this.',
  },
  cancelled: {
    title: 'Stopped',
    text: 'You stopped this. What had already reached the service may have taken effect there; try again to find out.',
  },
  internal: {
    title: 'Latchkey made a mistake',
    text: 'This is a fault of the program, not yours. Try again; if it comes back, copy the diagnostics in the settings and report it.',
  },
}

/** The words on the button for each remedy. */
export const remedies: Readonly<Record<Remedy, string>> = {
  'log-in': 'Log in',
  register: 'Register',
  verify: 'Confirm the address',
  reset: 'Reset the password',
  'use-token': 'Add an existing token',
  'start-over': 'Start again',
  resend: 'Send a new code',
  'open-site': 'Open the service’s site',
  keychain: 'Ask the keychain again',
  'another-file': 'Choose another file',
  retry: 'Try again',
}

/** What the detail of a failure means; `service` is who says it, if it was not found by Latchkey. */
function detailWords(code: FailureCode, detail: string, service: string | undefined): string {
  if (service !== undefined) return `${service} says: “${detail}”`
  if (code === 'unexpected-answer') return `Not as expected: ${detail}`
  if (code === 'redirected') return `It points to ${detail}`
  if (code.startsWith('unencrypted-')) return `Address: ${detail}`
  // A sentence, which says all by itself.
  if (code === 'unsupported') return detail
  return `Found: ${detail}`
}

/** What the system refused, and what to do about it. */
const systemWords: Readonly<Record<SystemReason, string>> = {
  'no-room': 'There is no room left on the disk.',
  'no-permission': 'Your system does not permit it there.',
  'read-only': 'That disk can only be read.',
  'too-large': 'The file is too large for that disk.',
  gone: 'The file or its folder is no longer there.',
  'in-use': 'Another program is using it.',
  defect: 'The disk reports a fault of its own.',
}

export const failureParts = {
  detail: detailWords,
  system: systemWords,
  code: (code: string) => `Code ${code}`,
  reference: (id: string) => `Reference ${id}`,
  retryAt: (time: string) => `You can try again at ${time}.`,
}
