/** An account's own page in the states that are worth looking at. */
import type { AccountDetails, AccountId, AccountView, OtherSession } from '../../shared/account'
import { fail, ok } from '../../shared/failure'
import type { FakeAnswers } from './fake-bridge'
import { ids } from './sample-ids'
import { accounts, details, snapshot } from './samples'
import type { Scene } from './scenes'
import { atWork } from './signs'
import { text } from './page-language'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

function scene(id: string, change: Partial<AccountView> = {}, more: Partial<Scene> = {}): Scene {
  const account = ids.account(id)
  return {
    snapshot: snapshot({
      accounts: accounts.map((one) => (one.id === account ? { ...one, ...change } : one)),
    }),
    place: { kind: 'account', account },
    ...more,
  }
}

const full: AccountDetails['history'] = [
  { kind: 'refreshed', at: Date.now() - 20 * minute },
  { kind: 'logged-in', at: Date.now() - 2 * day },
  { kind: 'rejected', at: Date.now() - 3 * day },
  { kind: 'refreshed', at: Date.now() - 3.2 * day },
  { kind: 'logged-in', at: Date.now() - 9 * day },
  { kind: 'logged-out', at: Date.now() - 12 * day },
  { kind: 'verified', at: Date.now() - 40 * day },
  { kind: 'created', at: Date.now() - 40 * day },
]
const withHistory: FakeAnswers = {
  'accounts.details': ({ account }: { account: AccountId }) =>
    ok({ ...details(account), history: full }),
}

/** Where an account is logged in, for the gallery and for tests. */
export const sessions: readonly OtherSession[] = [
  { id: '11', current: false, startedAt: Date.now() - 90 * day, lastUsedAt: Date.now() - 2 * day },
  { id: '12', current: true, startedAt: Date.now() - 40 * day, lastUsedAt: Date.now() },
  { id: '13', current: false, startedAt: Date.now() - 3 * day, lastUsedAt: Date.now() - 2 * hour },
  { id: '14', current: false },
]
const home = 'account-ruuvi-1'
const listed: FakeAnswers = {
  'accounts.sessions': () => ok([...sessions]),
  'accounts.endSession': ({ session }) => (session === '11' ? fail('service-error') : ok(null)),
}
const show = text.accountPage.sessions.show

const work: readonly NonNullable<AccountView['busy']>[] = [
  'checking',
  'refreshing',
  'logging-in',
  'logging-out',
  'removing',
]

export const accountScenes: Readonly<Record<string, Scene>> = {
  'account-expired': scene('account-cloudreve-1', {
    state: 'expired',
    tokenExpiresAt: Date.now() - 5 * minute,
  }),
  'account-keychain-locked': {
    ...scene('account-ipcola-1', { state: 'keychain-locked' }),
    snapshot: snapshot({
      keychain: { kind: 'locked' },
      accounts: accounts.map((one) => ({ ...one, state: 'keychain-locked' })),
    }),
  },
  'account-secret-missing': scene('account-ipcola-1', { state: 'secret-missing' }),
  'account-secret-sealed': scene('account-ipcola-1', {
    state: 'secret-missing',
    failure: { code: 'secret-sealed' },
  }),
  ...Object.fromEntries(
    work.map((busy) => [
      `account-busy-${busy}`,
      scene('account-cloudreve-1', { busy }, { untilThere: `.state-panel ${atWork}` }),
    ]),
  ),
  'account-history': scene(
    'account-cloudreve-1',
    { passwordRemembered: true },
    { answers: withHistory },
  ),
  'account-expires-soon': scene('account-ipcola-1', { tokenExpiresAt: Date.now() + 3.1 * hour }),
  'account-expires-later': scene('account-ipcola-1', { tokenExpiresAt: Date.now() + 12.1 * day }),
  'account-copy-as': scene('account-ipcola-1', {}, { press: [text.accountPage.copyAs] }),
  'account-sessions': scene(home, {}, { answers: listed, press: [show] }),
  'account-sessions-question': scene(
    home,
    {},
    { answers: listed, press: [show, text.accountPage.sessions.endAll] },
  ),
  'account-sessions-ended': scene(
    home,
    {},
    {
      answers: listed,
      press: [show, text.accountPage.sessions.endAll, text.accountPage.sessions.ask.confirm],
    },
  ),
  'account-sessions-alone': scene(
    home,
    {},
    {
      answers: { 'accounts.sessions': () => ok(sessions.filter(({ current }) => current)) },
      press: [show],
    },
  ),
  'account-sessions-failed': scene(
    home,
    {},
    { answers: { 'accounts.sessions': () => fail('offline') }, press: [show] },
  ),
}
