import type { CaptchaStyle } from '../kit/captcha'

export type CloudreveCaptchaType = 'normal' | 'recaptcha' | 'turnstile' | 'cap'

/** The site's settings, as its admin would change them; tests may do so while the service runs. */
export interface CloudreveSettings {
  title: string
  version: string
  /** Adds "-pro" to the version and shows what only Pro sites show. */
  pro: boolean
  /** The origin in mailed links; undefined means the site's own. */
  siteUrl: string | undefined
  registerEnabled: boolean
  /** Whether a new account must be activated by mail. */
  activation: boolean
  loginCaptcha: boolean
  regCaptcha: boolean
  forgetCaptcha: boolean
  captchaType: CloudreveCaptchaType
  captchaStyle: CaptchaStyle
  captchaLength: number
  /** 128 since 4.0.0-beta.10, 64 before. */
  maxPasswordLength: 64 | 128
  accessTokenSeconds: number
  refreshTokenSeconds: number
  /** False: /session/prepare says that accounts here have passkeys or SSO only. */
  passwordEnabled: boolean
  passkeys: boolean
  tosUrl: string
  privacyPolicyUrl: string
  /** Mail domains that sign-up refuses with 40031, which only Pro sites do. */
  bannedMailDomains: readonly string[]
  /** Mails cannot be built or queued: 40028. */
  mailFails: boolean
  /** The database fails: 50001 on every endpoint, whoever asks. */
  databaseFails: boolean
}

/** A fresh install's settings (Cloudreve source inventory/setting.go). */
export function freshSettings(): CloudreveSettings {
  return {
    title: 'Sandbox Drive',
    version: '4.18.0',
    pro: false,
    siteUrl: undefined,
    registerEnabled: true,
    activation: false,
    loginCaptcha: false,
    regCaptcha: false,
    forgetCaptcha: false,
    captchaType: 'normal',
    captchaStyle: 'characters',
    captchaLength: 6,
    maxPasswordLength: 128,
    accessTokenSeconds: 3600,
    refreshTokenSeconds: 1_209_600,
    passwordEnabled: true,
    passkeys: true,
    tosUrl: '',
    privacyPolicyUrl: '',
    bannedMailDomains: [],
    mailFails: false,
    databaseFails: false,
  }
}

/** What a solved reCAPTCHA, Turnstile or Cap widget gives here. Sandbox rule: there is no widget. */
export const solvedWidget = 'sandbox-solved-widget'
