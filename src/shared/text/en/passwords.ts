import { plural } from './counting'

/** Words about passwords that the person has asked to have remembered. */
export const passwords = {
  remember: 'Remember this password for quick login',
  rememberHint: 'It is kept in your keychain, and used only when you log in to this account.',
  /** The same while secrets are kept in memory. */
  rememberHintInMemory:
    'It is in memory until Latchkey quits, and used only when you log in to this account.',
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
  make: 'Generate',
  makeAnother: 'Generate another',
  /** Names what a password is made by. */
  making: 'How it is made',
  length: (characters: number) =>
    plural(characters, { one: '1 character', other: (n) => `${n} characters` }),
  easy: 'Easy to type',
  easyHint: 'Small letters and digits in groups, one capital, and nothing that looks alike.',
  copy: 'Copy password',
  copied: (seconds: number) =>
    plural(seconds, {
      one: 'Password copied. It leaves the clipboard after a second.',
      other: (n) => `Password copied. It leaves the clipboard after ${n} seconds.`,
    }),
  strengths: {
    common: 'Too common: it is among the first to be guessed.',
    weak: 'Weak: easily guessed.',
    fair: 'Fair: a longer one is safer.',
    good: 'Good.',
    strong: 'Strong.',
  },
  notForgotten: (why: string) =>
    `You are logged in, but the remembered password could not be deleted. ${withStop(why)}`,
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
