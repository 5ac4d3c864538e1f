/** What the program is doing when it is killed: every flow of every service, and everything that changes an account. */
import type { AccountEntry } from '../../../src/main/accounts/book'
import { must } from '../../fakes/program'
import type { CloudreveSettings } from '../../sandbox/cloudreve/settings'
import type { ServiceName } from '../../sandbox/kit/names'
import { backupDeeds } from './backups'
import { lockDeeds } from './lock-deeds'
import { newPassword, type Stage } from './person'

/** The account that a deed is about, as the book and the keychain have it at the start. */
export interface Subject {
  readonly session: boolean
  readonly password?: boolean
  readonly entry?: Partial<AccountEntry>
  /** The access token has run out. */
  readonly expired?: boolean
}

export interface Deed {
  readonly id: string
  readonly adapter: ServiceName
  /** Whom the service knows at the start. */
  readonly user: 'unknown' | 'active' | 'inactive' | 'second-factor'
  /** Absent where the deed makes the account, or is about none. */
  readonly subject?: Subject
  readonly site?: Partial<CloudreveSettings>
  /** Latchkey has a passphrase at the start. */
  readonly locked?: boolean
  /** A backup lies there, with these accounts and more. */
  readonly backup?: boolean
  /** The person has asked for the account, or its session, to be gone. */
  readonly ends?: 'account' | 'session' | 'password'
  /** What is typed as the existing password, if not the old one. */
  readonly password?: () => string
  act(stage: Stage): Promise<void>
}

const activation = { activation: true }
const loggedIn: Subject = { session: true }
const remembered: Subject = { session: true, password: true }

const flows: readonly Deed[] = [
  ...(['ruuvi', 'ipcola', 'cloudreve'] as const).flatMap((adapter): Deed[] => [
    {
      id: `${adapter} register`,
      adapter,
      user: 'unknown',
      site: activation,
      password: () => newPassword,
      act: (stage) => stage.walk('register', { keep: true }),
    },
    { id: `${adapter} login`, adapter, user: 'active', act: (stage) => stage.walk('login') },
    {
      id: `${adapter} login again`,
      adapter,
      user: 'active',
      subject: loggedIn,
      act: (stage) => stage.walk('login', { account: stage.subject }),
    },
    { id: `${adapter} token`, adapter, user: 'active', act: (stage) => stage.walk('token') },
  ]),
  ...(['ipcola', 'cloudreve'] as const).flatMap((adapter): Deed[] => [
    {
      id: `${adapter} login and remember`,
      adapter,
      user: 'active',
      act: (stage) => stage.walk('login', { keep: true }),
    },
    {
      id: `${adapter} reset`,
      adapter,
      user: 'active',
      password: () => newPassword,
      act: (stage) => stage.walk('reset'),
    },
    {
      id: `${adapter} reset with a remembered password`,
      adapter,
      user: 'active',
      subject: remembered,
      // It opens nothing any more once there is a new one.
      ends: 'password',
      password: () => newPassword,
      act: (stage) => stage.walk('reset', { account: stage.subject, keep: true }),
    },
  ]),
  {
    id: 'ruuvi verify',
    adapter: 'ruuvi',
    user: 'active',
    act: (stage) => stage.walk('verify'),
  },
  {
    id: 'cloudreve verify',
    adapter: 'cloudreve',
    user: 'inactive',
    site: activation,
    act: (stage) => stage.walk('verify'),
  },
  {
    id: 'cloudreve register without activation',
    adapter: 'cloudreve',
    user: 'unknown',
    password: () => newPassword,
    act: (stage) => stage.walk('register'),
  },
  {
    id: 'cloudreve login with a second factor',
    adapter: 'cloudreve',
    user: 'second-factor',
    act: (stage) => stage.walk('login', { keep: true }),
  },
  {
    id: 'cloudreve login with the remembered password',
    adapter: 'cloudreve',
    user: 'active',
    subject: { session: false, password: true },
    async act({ call, subject }) {
      must(await call('accounts.quickLogin', { account: subject }))
    },
  },
]

const calls: readonly Deed[] = [
  {
    id: 'switch',
    adapter: 'ruuvi',
    user: 'active',
    subject: loggedIn,
    async act({ call, subject, bystander }) {
      must(await call('accounts.activate', { account: subject }))
      must(await call('accounts.quickLogin', { account: bystander }))
    },
  },
  {
    id: 'rename',
    adapter: 'ipcola',
    user: 'active',
    subject: loggedIn,
    async act({ call, subject }) {
      const wanted = { label: 'Another name', colour: 'teal', tags: ['work'] } as const
      must(await call('accounts.describe', { account: subject, ...wanted, tags: [...wanted.tags] }))
    },
  },
  {
    id: 'hide',
    adapter: 'ipcola',
    user: 'active',
    subject: loggedIn,
    async act({ call, subject }) {
      must(await call('accounts.hide', { account: subject, hidden: true }))
    },
  },
  {
    id: 'move',
    adapter: 'ipcola',
    user: 'active',
    subject: loggedIn,
    async act({ call, subject, bystander }) {
      must(await call('accounts.move', { account: subject, before: bystander }))
    },
  },
  {
    // Beginning writes nothing, so something else is written in the time to undo it: whenever the
    // program dies then, nothing has happened to the account.
    id: 'begin to remove',
    adapter: 'ruuvi',
    user: 'active',
    subject: remembered,
    async act({ call, subject }) {
      must(await call('removal.begin', { account: subject }))
      must(await call('settings.change', { notifications: false }))
    },
  },
  ...(['ruuvi', 'ipcola', 'cloudreve'] as const).flatMap((adapter): Deed[] => [
    {
      id: `${adapter} remove`,
      adapter,
      user: 'active',
      subject: remembered,
      ends: 'account',
      async act({ call, subject }) {
        must(await call('removal.begin', { account: subject }))
        must(await call('removal.finish', { account: subject, evenIfStillLoggedIn: false }))
      },
    },
    {
      id: `${adapter} log out`,
      adapter,
      user: 'active',
      subject: remembered,
      ends: 'session',
      async act({ call, subject }) {
        must(await call('accounts.logOut', { account: subject }))
      },
    },
    {
      id: `${adapter} check`,
      adapter,
      user: 'active',
      subject: loggedIn,
      async act({ call, subject }) {
        must(await call('accounts.check', { account: subject }))
      },
    },
  ]),
  {
    id: 'cloudreve refresh',
    adapter: 'cloudreve',
    user: 'active',
    subject: loggedIn,
    async act({ call, subject }) {
      must(await call('accounts.refresh', { account: subject }))
    },
  },
  {
    id: 'cloudreve check of a token that has run out',
    adapter: 'cloudreve',
    user: 'active',
    subject: { session: true, expired: true },
    async act({ call, subject }) {
      must(await call('accounts.check', { account: subject }))
    },
  },
  {
    id: 'settings change',
    adapter: 'ruuvi',
    user: 'active',
    subject: loggedIn,
    async act({ call }) {
      must(await call('settings.change', { notifications: false }))
      must(await call('settings.change', { whenClosed: 'quit' }))
    },
  },
  {
    id: 'server settings change',
    adapter: 'ipcola',
    user: 'active',
    subject: loggedIn,
    async act({ call, server }) {
      const values = { vcodePath: '/api/user/send_vcode' }
      must(await call('servers.configure', { server, values }))
    },
  },
  {
    id: 'forget password',
    adapter: 'cloudreve',
    user: 'active',
    subject: remembered,
    ends: 'password',
    async act({ call, subject }) {
      must(await call('accounts.forgetPassword', { account: subject }))
    },
  },
  {
    id: 'start after a kill while a login was stored',
    adapter: 'ruuvi',
    user: 'active',
    subject: { session: true, entry: { storing: 'login', hasSecret: false } },
    act: () => Promise.resolve(),
  },
  {
    id: 'start after a kill while an account was removed',
    adapter: 'cloudreve',
    user: 'active',
    subject: { session: true, password: true, entry: { removing: true } },
    ends: 'account',
    act: () => Promise.resolve(),
  },
]

export const deeds: readonly Deed[] = [...flows, ...calls, ...lockDeeds, ...backupDeeds]
