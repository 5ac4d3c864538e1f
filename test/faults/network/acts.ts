/** What a person asks of each service, up to the one request that meets the fault. */
import type { Effect } from '../../../src/main/adapters/http'
import type { FlowId } from '../../../src/shared/account'
import type { Operation } from './hostile'
import { marks } from './marks'

/** What the person types on the steps of a flow, one after the other; the last meets the fault. */
export interface FlowAct {
  readonly flow: FlowId
  readonly steps: readonly Readonly<Record<string, string>>[]
}

export interface Act {
  readonly name: string
  readonly target: Operation
  readonly effect: Effect
  /** A flow for `email`, or a call on the account that is there from the start. */
  readonly does:
    | ((email: string) => FlowAct)
    | 'accounts.check'
    | 'accounts.refresh'
    | 'accounts.logOut'
    | 'accounts.sessions'
}

export type AdapterName = 'ipcola' | 'ruuvi' | 'cloudreve'

export interface Service {
  readonly adapter: AdapterName
  /** What the service answers when all is well, for an account of that address. */
  answers(email: string): Record<Operation, unknown>
  readonly acts: readonly Act[]
}

const { password, access } = marks
/** One transparent pixel. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const ipcola: Service = {
  adapter: 'ipcola',
  answers: (email) => ({
    'POST /api/user/register': { meta_status: 1, meta_message: 'ok', token: access },
    'POST /api/user/login': { meta_status: 1, meta_message: 'ok', token: access },
    'POST /api/user/reset_password': { meta_status: 1, meta_message: 'ok' },
    'GET /api/user/captcha': { meta_status: 1, id: 'captcha-1', content: picture },
    'GET /api/user/info': {
      meta_status: 1,
      user: {
        ...{ email, forbidden: false, id: 7, created_unixtime: 1_700_000_000, roles: ['user'] },
        ...{ register_country_code: 'FI', reference_key: 'abc', token: access, password },
        ...{ account_limit: 1, whitelist_limit: 2 },
      },
    },
  }),
  acts: [
    {
      name: 'register',
      target: 'POST /api/user/register',
      effect: 'once',
      does: (email) => ({
        flow: 'register',
        steps: [
          { email, referenceKey: '' },
          { vcode: marks.vcode, password },
        ],
      }),
    },
    {
      name: 'login',
      target: 'POST /api/user/login',
      effect: 'repeatable',
      does: (email) => ({
        flow: 'login',
        steps: [{ email, password, captcha: marks.captcha }],
      }),
    },
    {
      name: 'reset',
      target: 'POST /api/user/reset_password',
      effect: 'once',
      does: (email) => ({
        flow: 'reset',
        steps: [{ email }, { vcode: marks.vcode, password }],
      }),
    },
    {
      name: 'captcha',
      target: 'GET /api/user/captcha',
      effect: 'safe',
      does: () => ({ flow: 'login', steps: [] }),
    },
    {
      name: 'token',
      target: 'GET /api/user/info',
      effect: 'safe',
      does: (email) => ({ flow: 'token', steps: [{ token: access, email }] }),
    },
    { name: 'check', target: 'GET /api/user/info', effect: 'safe', does: 'accounts.check' },
  ],
}

const ruuvi: Service = {
  adapter: 'ruuvi',
  answers: (email) => ({
    'POST /register': { result: 'success', data: { email } },
    'GET /verify': { result: 'success', data: { email, accessToken: access, newUser: false } },
    'GET /user': { result: 'success', data: { email, sensors: [{ sensor: 'aa:bb' }] } },
    'GET /subscription': {
      result: 'success',
      data: { subscriptions: [{ subscriptionName: 'Free', isActive: true }] },
    },
    'GET /sessions': {
      result: 'success',
      data: {
        sessions: [{ id: 5, current: true, createdAt: 1_700_000_000, lastAccessed: 1_700_000_001 }],
      },
    },
    'DELETE /sessions/5': { result: 'success', data: {} },
  }),
  acts: [
    {
      name: 'register',
      target: 'POST /register',
      effect: 'once',
      does: (email) => ({ flow: 'register', steps: [{ email }] }),
    },
    {
      name: 'verify',
      target: 'GET /verify',
      effect: 'once',
      does: (email) => ({ flow: 'verify', steps: [{ email, code: marks.code }] }),
    },
    {
      name: 'login',
      target: 'GET /verify',
      effect: 'once',
      does: (email) => ({ flow: 'login', steps: [{ email }, { code: marks.code }] }),
    },
    {
      name: 'token',
      target: 'GET /user',
      effect: 'safe',
      does: () => ({ flow: 'token', steps: [{ token: access }] }),
    },
    { name: 'check', target: 'GET /user', effect: 'safe', does: 'accounts.check' },
    { name: 'sessions', target: 'GET /sessions', effect: 'safe', does: 'accounts.sessions' },
    {
      name: 'log-out',
      target: 'DELETE /sessions/5',
      effect: 'repeatable',
      does: 'accounts.logOut',
    },
  ],
}

const api = '/api/v4'
const base = 'https://site.example/session'
const good = (data: unknown): unknown => ({ code: 0, data, msg: '' })

function person(email: string): Record<string, unknown> {
  return {
    ...{ id: 'u1', email, nickname: 'Person', status: 'active', anonymous: false },
    ...{ created_at: '2024-01-01T00:00:00Z', group: { id: 'g1', name: 'User' } },
  }
}

const pair = {
  access_token: access,
  refresh_token: marks.refresh,
  access_expires: '2099-01-01T00:00:00Z',
  refresh_expires: '2099-06-01T00:00:00Z',
}

const cloudreve: Service = {
  adapter: 'cloudreve',
  answers: (email) => ({
    [`GET ${api}/site/ping`]: good('4.18.0'),
    [`GET ${api}/site/config/login`]: good({ register_enabled: true, tos_url: '' }),
    [`GET ${api}/site/config/basic`]: good({ title: 'Drive', captcha_type: 'normal' }),
    // 203: the account waits for its activation.
    [`POST ${api}/user`]: { code: 203, data: null, msg: '' },
    [`POST ${api}/session/token`]: good({ user: person(email), token: pair }),
    [`POST ${api}/session/token/refresh`]: good(pair),
    [`DELETE ${api}/session/token`]: good(null),
    [`GET ${api}/user/activate/u1`]: good(person(email)),
    [`POST ${api}/user/reset`]: good(null),
    [`PATCH ${api}/user/reset/u1`]: good(person(email)),
    [`GET ${api}/user/me`]: good(person(email)),
    [`GET ${api}/user/capacity`]: good({ used: 1, total: 100 }),
  }),
  acts: [
    {
      name: 'register',
      target: `POST ${api}/user`,
      effect: 'once',
      does: (email) => ({ flow: 'register', steps: [{ email, password, language: 'en-US' }] }),
    },
    {
      name: 'register-settings',
      target: `GET ${api}/site/config/login`,
      effect: 'safe',
      does: () => ({ flow: 'register', steps: [] }),
    },
    {
      name: 'login',
      target: `POST ${api}/session/token`,
      effect: 'repeatable',
      does: (email) => ({ flow: 'login', steps: [{ email, password }] }),
    },
    {
      name: 'verify',
      target: `GET ${api}/user/activate/u1`,
      effect: 'once',
      does: (email) => ({
        flow: 'verify',
        steps: [{ email, link: `${base}/activate?id=u1&sign=${marks.sign}` }],
      }),
    },
    {
      name: 'ask-reset',
      target: `POST ${api}/user/reset`,
      effect: 'once',
      does: (email) => ({ flow: 'reset', steps: [{ email }] }),
    },
    {
      name: 'reset',
      target: `PATCH ${api}/user/reset/u1`,
      effect: 'once',
      does: (email) => ({
        flow: 'reset',
        steps: [{ email }, { link: `${base}/reset?id=u1&secret=${marks.link}`, password }],
      }),
    },
    {
      name: 'token',
      target: `POST ${api}/session/token/refresh`,
      effect: 'repeatable',
      does: () => ({ flow: 'token', steps: [{ token: marks.refresh }] }),
    },
    { name: 'check', target: `GET ${api}/user/me`, effect: 'safe', does: 'accounts.check' },
    {
      name: 'refresh',
      target: `POST ${api}/session/token/refresh`,
      effect: 'repeatable',
      does: 'accounts.refresh',
    },
    {
      name: 'log-out',
      target: `DELETE ${api}/session/token`,
      effect: 'repeatable',
      does: 'accounts.logOut',
    },
  ],
}

export const services: readonly Service[] = [ipcola, ruuvi, cloudreve]
