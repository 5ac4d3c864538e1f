/** What people type and paste that is wrong: refused by the service, read by nobody else. */
import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { lowerLetters, alphanumerics, randomText } from '../../sandbox/kit/random'
import { passwords } from '../../walks/passwords'
import { isRefused, leave, type Deed } from './deed'

const twoHoursMs = 2 * 3_600_000

const ipcola: readonly Deed[] = [
  {
    title: 'IPCola: log in with a wrong password, look at it, then with a wrong captcha',
    async run(person, scene) {
      const email = 'mistyped@ipcola.example'
      person.sandbox.ipcola.addUser({ email, password: passwords.ipcola })
      await person.begin('IPCola', 'Log in')
      await person.fill('E-mail', email)
      await person.fill('Password', scene.types('ipcola', 'incorrect donkey battery'))
      await person.press('Show password')
      await person.solveCaptcha('ipcola')
      await person.picture('shown')
      await person.press('Log in')
      await isRefused(person)
      await person.fill('Password', passwords.ipcola)
      const misread = scene.types('ipcola', 'no idea at all', 'captcha-answer')
      await person.fill('What does the picture say?', misread)
      await person.press('Log in')
      await isRefused(person)
      await person.newPicture('ipcola')
      await person.solveCaptcha('ipcola')
      await person.press('Log in')
      await person.isLoggedIn()
    },
  },
  {
    title: 'IPCola: register and reset with codes that were never sent',
    async run(person, scene) {
      const email = 'guessed@ipcola.example'
      person.sandbox.ipcola.addUser({ email, password: passwords.ipcola })
      const code = scene.types('ipcola', randomText(16, lowerLetters), 'code')
      for (const [flow, submit] of [
        ['Register', 'Register'],
        ['Reset the password', 'Set the new password'],
      ] as const) {
        await person.begin('IPCola', flow)
        await person.fill('E-mail', email)
        await person.press('Continue')
        await person.paste('Code from the mail', code)
        await person.fill('New password', passwords.ipcola)
        await person.press(submit)
        await isRefused(person)
        await leave(person)
      }
    },
  },
  {
    title: 'IPCola: paste a token that opens nothing',
    async run(person, scene) {
      const token = scene.types('ipcola', randomBytes(24).toString('hex'), 'access-token')
      await person.begin('IPCola', 'Add an existing token')
      await person.paste('Token', `Bearer ${token}`)
      await person.press('Show token')
      await person.press('Check and add')
      await isRefused(person)
      await leave(person)
    },
  },
]

const ruuvi: readonly Deed[] = [
  {
    title: 'Ruuvi Cloud: a wrong code, then the right one in a link to a strange host',
    async run(person, scene) {
      const email = 'strange@ruuvi.example'
      await person.begin('Ruuvi Cloud', 'Log in')
      await person.fill('E-mail', email)
      await person.press('Send the code')
      await person.sees('Enter the code')
      await person.fill('Code or link', scene.types('ruuvi', 'WRNGCDWRNGCDWRNG', 'code'))
      await person.press('Log in')
      await isRefused(person)
      const code = await person.codeFrom(email)
      await person.paste('Code or link', `${scene.strangerOrigin}/verify?token=${code}`)
      await person.press('Log in')
      await person.isLoggedIn()
    },
  },
  {
    title: 'Ruuvi Cloud: paste a token that opens nothing',
    async run(person, scene) {
      const token = `7531/${randomText(64, alphanumerics)}`
      await person.begin('Ruuvi Cloud', 'Add an existing token')
      await person.paste('Access token', scene.types('ruuvi', token, 'access-token'))
      await person.press('Check and add')
      await isRefused(person)
      await leave(person)
    },
  },
]

const cloudreve: readonly Deed[] = [
  {
    title: 'Cloudreve: a wrong password, a wrong captcha, a wrong second factor',
    async run(person, scene) {
      const email = 'twice@cloudreve.example'
      const { cloudreve: site } = person.sandbox
      site.settings.loginCaptcha = true
      site.addUser({ email, password: passwords.cloudreve, twoFactor: true })
      await person.begin('Cloudreve', 'Log in')
      await person.fill('E-mail', email)
      await person.fill('Password', scene.types('cloudreve', 'glasshouse ladder eight'))
      await person.solveCaptcha('cloudreve')
      await person.press('Log in')
      await isRefused(person)
      await person.fill('Password', passwords.cloudreve)
      const misread = scene.types('cloudreve', 'no clue whatever', 'captcha-answer')
      await person.fill('Characters in the picture', misread)
      await person.press('Log in')
      await isRefused(person)
      await person.newPicture('cloudreve')
      await person.solveCaptcha('cloudreve')
      await person.press('Log in')
      await person.sees('Enter the one-time code')
      await person.fill('One-time code', scene.types('cloudreve', '750218', 'second-factor'))
      await person.press('Log in')
      await isRefused(person)
      await person.fill('One-time code', site.totp(email))
      await person.press('Log in')
      await person.isLoggedIn()
      site.settings.loginCaptcha = false
    },
  },
  {
    title: 'Cloudreve: an activation link whose sign is cut, then one to a strange host',
    async run(person, scene) {
      const email = 'elsewhere@cloudreve.example'
      const { settings } = person.sandbox.cloudreve
      Object.assign(settings, { activation: true, siteUrl: scene.strangerOrigin })
      await person.begin('Cloudreve', 'Register')
      await person.fill('E-mail', email)
      await person.fill('Password', passwords.cloudreve)
      await person.press('Register')
      await person.sees('Activate your account')
      const link = await person.linkFrom(email, '/session/activate')
      await person.paste('Activation link', link.replace(/(sign=.{20})[^:&]*/, '$1'))
      await person.press('Activate')
      await isRefused(person)
      await person.paste('Activation link', link)
      await person.press('Activate')
      await person.isLoggedIn()
      Object.assign(settings, { activation: false, siteUrl: undefined })
    },
  },
  {
    title: 'Cloudreve: a reset link with a made-up secret, then the right one',
    async run(person, scene) {
      const email = 'forgot@cloudreve.example'
      person.sandbox.cloudreve.addUser({ email, password: 'never typed' })
      person.sandbox.cloudreve.settings.forgetCaptcha = false
      await person.begin('Cloudreve', 'Reset the password')
      await person.fill('E-mail', email)
      await person.press('Send the mail')
      await person.sees('Choose a new password')
      const link = await person.linkFrom(email, '/session/reset')
      const made = scene.types('cloudreve', randomText(32, alphanumerics), 'link-secret')
      await person.paste('Link from the mail', link.replace(/secret=.*/, `secret=${made}`))
      await person.fill('Password', passwords.cloudreve)
      await person.press('Set the password')
      await isRefused(person)
      await person.paste('Link from the mail', link)
      await person.fill('Password', passwords.cloudreve)
      await person.press('Set the password')
      await person.isLoggedIn()
    },
  },
  {
    title: 'Cloudreve: an access token where a refresh token belongs, and one that was ended',
    async run(person) {
      const email = 'confused@cloudreve.example'
      const { cloudreve: site } = person.sandbox
      site.addUser({ email, password: passwords.cloudreve })
      const pair = site.tokenFor(email)
      await person.begin('Cloudreve', 'Add an existing token')
      await person.paste('Refresh token', pair.access_token)
      await person.press('Check and add')
      await person.reads(/^This is an access token/)
      await person.picture('access-token')
      site.revoke(pair.refresh_token)
      await person.paste('Refresh token', pair.refresh_token)
      await person.press('Check and add')
      await isRefused(person)
      await leave(person)
    },
  },
]

/** Not typed by anybody, but the one way to a notification. */
const slept: Deed = {
  title: 'Cloudreve: a session that was ended while the computer slept is notified of',
  async run(person) {
    const email = 'slept@cloudreve.example'
    const { clock, cloudreve: site, requests } = person.sandbox
    const { desktop } = person.app
    // Only the stand-in for the desktop can be put to sleep.
    if (!desktop) return
    site.addUser({ email, password: passwords.cloudreve })
    // The service's clock is behind: its tokens are over for the program at once.
    clock.advance(-twoHoursMs)
    const { refresh_token: refresh } = site.tokenFor(email)
    await person.begin('Cloudreve', 'Add an existing token')
    await person.fill('Refresh token', refresh)
    await person.press('Check and add')
    await person.isLoggedIn()
    await person.openAccount(email)
    await person.pick('Check now')
    await person.reads(`${email} is fine.`)
    clock.advance(twoHoursMs)
    site.revoke(refresh)
    await desktop.focusWindow(null)
    const earlier = new Set(requests.list())
    await desktop.emitPower('resume')
    await requests.waitFor((one) => one.operation === 'refresh' && !earlier.has(one))
    await expect.poll(() => desktop.notifications()).not.toEqual([])
  },
}

export const wrongInputs: readonly Deed[] = [...ipcola, ...ruuvi, ...cloudreve, slept]
