/** Words of an account's own page that no other screen needs. */
import type { HistoryEntry } from '../../account'
import { number, plural } from './counting'

export const accountPage = {
  copyAs: 'Copy as',
  copyForms: {
    token: 'Token',
    header: 'Authorization header',
    curl: 'curl command',
  },
  copied: {
    token: (label: string, seconds: number) => copied(`Token of ${label}`, seconds),
    header: (label: string, seconds: number) =>
      copied(`Header with the token of ${label}`, seconds),
    curl: (label: string, seconds: number) => copied(`curl command for ${label}`, seconds),
  },
  life: {
    /** `when` is “in 3 hours”. */
    expires: (when: string) => `Expires ${when}`,
    renewed: (when: string) => `Expires ${when}, then it is refreshed`,
    soon: (when: string) =>
      `Expires ${when}. Log in again before then, and nothing is interrupted.`,
  },
  accepted: 'Last accepted',
  never: 'Never so far',
  password: 'Password',
  passwordKept: 'Remembered in your keychain',
  forgetPassword: 'Forget password',
  history: {
    title: 'History',
    /** `share` is “92 %”. */
    accepted: (share: string, since: string) =>
      `The service accepted the token for ${share} of the time since ${since}.`,
    health: { accepted: 'Accepted', rejected: 'Rejected', none: 'No confirmed token' },
    span: (health: string, from: string, to: string) => `${health}: ${from} to ${to}`,
    today: 'Today',
    more: (count: number) =>
      plural(count, { one: 'Show one more', other: (n) => `Show ${n} more` }),
    kinds: {
      created: 'Added to Latchkey',
      verified: 'Confirmed by the service',
      'logged-in': 'Logged in',
      refreshed: 'Token refreshed',
      imported: 'Token taken from a backup',
      rejected: 'Token rejected',
      'logged-out': 'Logged out',
    } satisfies Record<HistoryEntry['kind'], string>,
  },
  sessions: {
    title: 'Where you are logged in',
    text: (service: string) =>
      `${service} keeps a list of your sessions. Latchkey asks for it when you want it.`,
    show: 'Show the list',
    again: 'Ask again',
    loading: 'Asking the service…',
    count: (count: number) =>
      plural(count, { one: 'Logged in here alone.', other: (n) => `Logged in ${n} times.` }),
    none: 'The service lists no session at all.',
    here: 'This one',
    began: (date: string) => `Since ${date}`,
    unknown: 'A session without dates',
    /** `when` is “2 hours ago”. */
    used: (when: string) => `Last used ${when === 'now' ? 'just now' : when}`,
    end: 'End',
    /** Tells screen readers which “End” it is. */
    endNamed: (session: string) => `End: ${session}`,
    endAll: 'End all others',
    stop: 'Stop',
    progress: (done: number, all: number) =>
      `Ending session ${number(done + 1)} of ${number(all)}…`,
    ended: 'Ended',
    told: (ended: number, failed: number) =>
      failed === 0
        ? plural(ended, { one: 'One session is ended.', other: (n) => `${n} sessions are ended.` })
        : `${number(ended)} ended, ${number(failed)} not.`,
    ask: {
      title: (count: number) =>
        plural(count, { one: 'End the other session?', other: (n) => `End ${n} other sessions?` }),
      text: 'Whoever uses them has to log in again there. Latchkey stays logged in.',
      confirm: 'End all others',
      cancel: 'Keep them',
    },
  },
}

function copied(what: string, seconds: number): string {
  return `${what} copied. It leaves the clipboard in ${seconds} seconds.`
}
