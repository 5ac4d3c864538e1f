import { json } from '../kit/answer'
import type { Faults } from '../kit/faults'
import { totp } from '../kit/totp'
import type { CloudreveCode } from './codes'
import { failed } from './codes'
import { hashId } from './ids'
import type { Post } from './mails'
import { activationLink } from './mails'
import type { CloudreveOperation } from './operations'
import type { CloudreveSettings } from './settings'
import { activationPath, signPath } from './signature'
import type { Site } from './site'
import type { CloudreveStatus } from './store'
import type { TokenPair } from './tokens'

export interface CloudreveSeed {
  readonly email: string
  readonly password: string
  readonly status?: CloudreveStatus
  readonly twoFactor?: boolean
  readonly nickname?: string
  readonly language?: string
}

/** What a test can do to the Cloudreve site of the sandbox beside its HTTP operations. */
export interface CloudreveControls {
  /** The site's settings; change them in place. */
  readonly settings: CloudreveSettings
  readonly faults: Faults<CloudreveOperation>
  /** Adds a user (active unless said otherwise). Gives the public id. */
  addUser(user: CloudreveSeed): string
  removeUser(email: string): void
  hasUser(email: string): boolean
  /** Everybody but the site's first admin. */
  users(): readonly { readonly email: string; readonly twoFactor: boolean }[]
  statusOf(email: string): CloudreveStatus
  setStatus(email: string, status: CloudreveStatus): void
  passwordOf(email: string): string
  /** Turns the second factor on (with a new key) or off. */
  setTwoFactor(email: string, on: boolean): void
  /** The second factor's current code. Throws where the user has none. */
  totp(email: string): string
  /** Everybody who has a second factor, with the current code: what an authenticator would show. */
  authenticator(): readonly { readonly email: string; readonly code: string }[]
  /** A fresh pair of a new sign-in. */
  tokenFor(email: string): TokenPair
  /** Ends the refresh tokens of the same sign-in, as a sign-out does. */
  revoke(refreshToken: string): void
  isValid(accessToken: string): boolean
  /** The activation link of a user, as a mail would carry it, without a mail. */
  activationLinkFor(email: string): string
  /** A good signature for any id, for links that the site would never send. */
  signActivation(id: string, lifetimeSeconds?: number): string
  /** Makes the next request of an operation answer with this code and no effect. */
  forceCode(operation: CloudreveOperation, code: CloudreveCode): void
}

export function cloudreveControls(
  site: Site,
  post: Post,
  faults: Faults<CloudreveOperation>,
): CloudreveControls {
  const { store, settings, tokens } = site
  function known(email: string) {
    const user = store.byEmail(email)
    if (user === undefined) throw new Error(`Cloudreve has no user ${email}`)
    return user
  }
  function codeOf(key: Buffer): string {
    const code = totp(key, store.clock.now())
    store.handOut({ service: 'cloudreve', kind: 'second-factor', text: code })
    return code
  }
  return {
    settings,
    faults,
    addUser: (user) => hashId(store.addUser(user).id),
    removeUser: (email) => {
      store.remove(known(email))
    },
    users: () =>
      store
        .all()
        .filter(({ group }) => group !== 'Admin')
        .map(({ email, twoFactor }) => ({ email, twoFactor: twoFactor !== undefined })),
    hasUser: (email) => store.byEmail(email) !== undefined,
    statusOf: (email) => known(email).status,
    setStatus: (email, status) => {
      known(email).status = status
    },
    passwordOf: (email) => known(email).password,
    setTwoFactor: (email, on) => {
      store.setTwoFactor(known(email), on)
    },
    totp: (email) => {
      const { twoFactor } = known(email)
      if (twoFactor === undefined) throw new Error(`${email} has no second factor`)
      return codeOf(twoFactor)
    },
    authenticator: () =>
      store.all().flatMap(({ email, twoFactor }) => {
        return twoFactor === undefined ? [] : [{ email, code: codeOf(twoFactor) }]
      }),
    tokenFor: (email) => tokens.issue(known(email)),
    revoke: (refreshToken) => {
      tokens.signOut(refreshToken)
    },
    isValid: (accessToken) => tokens.bearer(accessToken).kind === 'user',
    activationLinkFor: (email) => activationLink(post, known(email)),
    signActivation: (id, lifetimeSeconds = 3600) =>
      signPath(store, activationPath(id), lifetimeSeconds),
    forceCode: (operation, code) => {
      const succeeds = code === 0 || code === 203
      const { body } = succeeds ? json({ code, msg: '' }) : failed(code)
      faults.next(operation, { kind: 'answer', body })
    },
  }
}
