/** Words about passwords that the person has asked to have remembered. */
export const passwords = {
  remember: 'Remember this password for quick login',
  rememberHint: 'It is kept in your keychain, and used only when you log in to this account.',
  /** Stands on a step whose password need not be typed. */
  used: 'The remembered password is used.',
  typeAnother: 'Type another password',
  refused: 'The service refuses the remembered password. Type the one that holds now.',
  kept: 'The password is remembered for quick login.',
  forgotten: 'The password that was remembered is forgotten.',
  /** Why a password cannot be kept that no keychain would give back as it is. */
  unfit: 'It holds a character that a keychain cannot keep',
  /** `why` is the title of a failure. */
  notKept: (why: string) =>
    `You are logged in, but the password could not be remembered. ${withStop(why)}`,
  notForgotten: (why: string) =>
    `You are logged in, but the remembered password could not be deleted. ${withStop(why)}`,
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
