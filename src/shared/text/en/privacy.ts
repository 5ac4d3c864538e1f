/** Words of the settings for what others get to see, and of diagnostics. */

export const privacy = {
  title: 'Privacy and screen',
  hideAddresses: 'Hide addresses',
  hideAddressesHint:
    'Shows k…@example.com in windows, tray and notifications, for screens that others see. Search still finds whole addresses.',
  anywhere: 'In any of Latchkey’s windows:',
  contentProtection: 'Keep windows out of screenshots',
  contentProtectionHint: {
    mac: 'Screenshots and shared screens leave Latchkey’s windows out. Some newer programs record them all the same.',
    windows: 'Screenshots and shared screens leave Latchkey’s windows out, or show them black.',
  },
  contentProtectionUnavailable: 'Not possible on Linux. Hide addresses instead.',
  clipboard: 'Take copied tokens off the clipboard',
  clipboardHint: {
    linux:
      'Only if they are still there; also when Latchkey locks or quits. Under Wayland only a window in front can do it. While Latchkey is behind, or when it locks, it may fail: you are told, and it is done when you come back. After quitting they may stay.',
    mac: 'Only if they are still there; also when Latchkey locks or quits.',
    windows: 'Only if they are still there; also when Latchkey locks or quits.',
  },
  after: (seconds: number) =>
    seconds < 60 || seconds % 60 !== 0
      ? `After ${seconds} seconds`
      : seconds === 60
        ? 'After a minute'
        : `After ${seconds / 60} minutes`,
}

export const diagnostics = {
  title: 'Diagnostics',
  hint: 'For a report of a fault. You see what is copied before you copy it.',
  open: 'Copy diagnostics…',
  text: 'This is the whole text that is copied. It holds no token and no password; addresses and your own sites are masked.',
  whatIsCopied: 'What is copied',
  copy: 'Copy',
  copied: 'Copied.',
  close: 'Close',
  showLog: 'Open the log folder',
}
