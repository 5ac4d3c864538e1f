import type { BookNotice } from '../../contract'

/** What the person must know about the lock's record, or undefined if all is well. */
function lockFileWords(notice: BookNotice): { title: string; text: string } | undefined {
  switch (notice.kind) {
    case 'fine':
      return undefined
    case 'restored': {
      const damaged =
        notice.setAside === '' ? '' : ` The damaged file was set aside: ${notice.setAside}`
      return {
        title: 'The record of your passphrase was damaged and has been restored',
        text: `The last good copy is in use. If you have just changed your passphrase, the earlier one may hold: set the new one again.${damaged}`,
      }
    }
    case 'damaged':
      return {
        title: 'The record of your passphrase could not be read',
        text: `Latchkey asks for no passphrase, and nobody can read what was sealed with it. Your accounts are as they were: log in to them again, or bring their tokens from a backup. New tokens are kept without a passphrase until you set one. The damaged file was set aside: ${notice.setAside}`,
      }
    case 'newer':
      return {
        title: 'Your passphrase was set by a newer Latchkey',
        text: 'It opens this one, and cannot be changed here. Update Latchkey to change it.',
      }
  }
}

export const lockFile = {
  words: lockFileWords,
  open: 'Open the settings',
}
