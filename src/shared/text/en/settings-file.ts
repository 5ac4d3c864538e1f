import type { BookNotice } from '../../contract'

const scripts = 'Scripts get no tokens until you allow it again.'

/** What the person must know about the file of settings, or undefined if all is well. */
function settingsFileWords(notice: BookNotice): { title: string; text: string } | undefined {
  switch (notice.kind) {
    case 'fine':
      return undefined
    case 'restored':
      return {
        title: 'The settings were damaged and have been restored',
        text:
          notice.setAside === ''
            ? `Their file was missing. The last good copy is in use, so the newest change may be missing. ${scripts}`
            : `The last good copy is in use, so the newest change may be missing. ${scripts} The damaged file was set aside: ${notice.setAside}`,
      }
    case 'damaged':
      return {
        title: 'The settings could not be read',
        text: `All of them are as in a new Latchkey; your accounts are as they were. ${scripts} The damaged file was set aside: ${notice.setAside}`,
      }
    case 'newer':
      return {
        title: 'The settings come from a newer Latchkey',
        text: 'This one uses what it knows of them and changes none. Update Latchkey to make changes.',
      }
  }
}

export const settingsFile = {
  words: settingsFileWords,
  open: 'Open the settings',
}
