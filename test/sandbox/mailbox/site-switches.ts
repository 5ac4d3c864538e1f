import type { CloudreveControls } from '../cloudreve/controls'
import type { CloudreveSettings } from '../cloudreve/settings'

/** The settings of the Cloudreve site that the mailbox page lets a person try, with their labels. */
const offered = {
  registerEnabled: 'Sign-up is open',
  activation: 'New accounts are activated by mail',
  regCaptcha: 'Captcha at sign-up',
  loginCaptcha: 'Captcha at sign-in',
  forgetCaptcha: 'Captcha at password reset',
} as const satisfies Partial<Record<keyof CloudreveSettings, string>>

type Offered = keyof typeof offered

export interface SiteSwitches {
  readonly switches: readonly {
    readonly name: string
    readonly label: string
    readonly on: boolean
  }[]
  readonly users: readonly { readonly email: string; readonly twoFactor: boolean }[]
}

export type SiteControls = Pick<
  CloudreveControls,
  'settings' | 'users' | 'setTwoFactor' | 'authenticator'
>

export function siteSwitches({ settings, users }: SiteControls): SiteSwitches {
  const names = Object.keys(offered).filter(isOffered)
  return {
    switches: names.map((name) => ({ name, label: offered[name], on: settings[name] })),
    users: users(),
  }
}

/** Turns one of the offered settings; false for any other name or value. */
export function turn({ settings }: SiteControls, name: string, on: unknown): boolean {
  if (!isOffered(name) || typeof on !== 'boolean') return false
  settings[name] = on
  return true
}

/** Turns the second factor of a user; false where the site has no such user. */
export function turnSecondFactor(controls: SiteControls, email: string, on: unknown): boolean {
  const known = controls.users().some((user) => user.email === email.toLowerCase())
  if (!known || typeof on !== 'boolean') return false
  controls.setTwoFactor(email, on)
  return true
}

function isOffered(name: string): name is Offered {
  return Object.hasOwn(offered, name)
}
