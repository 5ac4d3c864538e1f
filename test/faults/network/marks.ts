/** The secrets of a run, marked so that each can be searched for wherever it must not be. */
export const marks = {
  password: 'MARK-password-7c1e',
  vcode: 'MARKvcode7c1e004',
  // Ruuvi's codes have four characters, and the program sends them in upper case.
  code: 'ZQXJ',
  access: 'MARK-access-7c1e',
  refresh: 'MARK-refresh-7c1e',
  sign: 'MARK-sign-7c1e',
  link: 'MARKlinksecret7c1eMARKlinksecret',
  captcha: 'MARK-captcha-7c1e',
} as const

/** The names of the marks that stand in a text. */
export function marksIn(text: string): string[] {
  return Object.entries(marks).flatMap(([name, mark]) => (text.includes(mark) ? [name] : []))
}
