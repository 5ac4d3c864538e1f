import type { CaptchaService } from './person'

/** What is typed as a password on walks: another one at each service, so that one can tell whose it is. */
export const passwords: Readonly<Record<CaptchaService, string>> = {
  ipcola: 'correct horse battery',
  cloudreve: 'greenhouse ladder seven',
}
