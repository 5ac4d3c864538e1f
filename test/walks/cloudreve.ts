import { passwords } from './passwords'
import type { Person, Walk } from './person'

const password = passwords.cloudreve

/** Opens the sandbox's site, adding it by its address where it is not offered yet. */
async function openSite(person: Person): Promise<void> {
  await person.openService('Cloudreve')
  await person.chooseSandbox()
}

async function begin(person: Person, flow: string): Promise<void> {
  await openSite(person)
  await person.chooseFlow(flow)
}

async function register(person: Person, email: string): Promise<void> {
  await begin(person, 'Register')
  await person.fill('E-mail', email)
  await person.fill('Password', password)
}

export const cloudreveWalks: readonly Walk[] = [
  {
    id: 'cloudreve-site',
    title: 'Cloudreve: add a site by its address',
    async run(person) {
      await person.openService('Cloudreve')
      const address = person.page.getByLabel('Address of the site')
      if (!(await address.isVisible())) await person.press('Add a site')
      await address.fill(`${person.sandbox.urls.cloudreve}/login`)
      await person.picture('address')
      await person.press('Look it up')
      await person.reads(/Version: 4/)
      await person.reads('Sandbox Drive')
      await person.picture('found')
    },
  },
  {
    id: 'cloudreve-register',
    title: 'Cloudreve: register with a captcha, activate by the pasted link, log in',
    async run(person) {
      const email = 'new@cloudreve.example'
      const { settings } = person.sandbox.cloudreve
      Object.assign(settings, { activation: true, regCaptcha: true, loginCaptcha: true })
      await register(person, email)
      await person.page.getByLabel('Language', { exact: true }).selectOption('zh-CN')
      await person.solveCaptcha('cloudreve')
      await person.picture('form')
      await person.press('Register')
      await person.sees('Activate your account')
      await person.picture('activate')
      await person.paste('Activation link', await person.linkFrom(email, '/session/activate'))
      await person.press('Activate')
      await person.reads('Your account is activated.')
      await person.solveCaptcha('cloudreve')
      await person.picture('log-in-after')
      await person.press('Log in')
      await person.isLoggedIn()
      await person.picture('done')
    },
  },
  {
    id: 'cloudreve-register-open',
    title: 'Cloudreve: register at a site without activation',
    async run(person) {
      const email = 'direct@cloudreve.example'
      Object.assign(person.sandbox.cloudreve.settings, {
        activation: false,
        regCaptcha: false,
        loginCaptcha: false,
      })
      await register(person, email)
      await person.press('Register')
      await person.isLoggedIn()
    },
  },
  {
    id: 'cloudreve-activate',
    title: 'Cloudreve: register again, the mail comes again, activate by “I opened the link”',
    async run(person) {
      const email = 'twice@cloudreve.example'
      const { cloudreve } = person.sandbox
      Object.assign(cloudreve.settings, {
        activation: true,
        regCaptcha: false,
        loginCaptcha: false,
      })
      cloudreve.addUser({ email, password, status: 'inactive' })
      await register(person, email)
      await person.press('Register')
      await person.sees('Activate your account')
      await person.reads('The password that was chosen first stays')
      await person.picture('sent-again')
      cloudreve.setStatus(email, 'active')
      await person.press('I opened the link')
      await person.fill('Password', password)
      await person.press('Log in')
      await person.isLoggedIn()
    },
  },
  {
    id: 'cloudreve-second-factor',
    title: 'Cloudreve: log in with a captcha and a second factor',
    async run(person) {
      const email = 'careful@cloudreve.example'
      const { cloudreve } = person.sandbox
      cloudreve.settings.loginCaptcha = true
      cloudreve.addUser({ email, password, twoFactor: true })
      await begin(person, 'Log in')
      await person.fill('E-mail', email)
      await person.fill('Password', password)
      await person.solveCaptcha('cloudreve')
      await person.picture('log-in')
      await person.press('Log in')
      await person.sees('Enter the one-time code')
      await person.fill('One-time code', '000000')
      await person.press('Log in')
      await person.page.getByRole('alert').first().waitFor()
      await person.picture('second-factor')
      await person.fill('One-time code', cloudreve.totp(email))
      await person.press('Log in')
      await person.isLoggedIn()
    },
  },
  {
    id: 'cloudreve-session',
    title: 'Cloudreve: check, refresh and log out; nickname, group, status, since when',
    async run(person) {
      const email = 'steady@cloudreve.example'
      const { cloudreve } = person.sandbox
      cloudreve.settings.loginCaptcha = false
      cloudreve.addUser({ email, password, nickname: 'Steady' })
      await begin(person, 'Log in')
      await person.fill('E-mail', email)
      await person.fill('Password', password)
      await person.press('Log in')
      await person.isLoggedIn()
      await person.openAccount(email)
      for (const fact of ['Nickname', 'Group', 'Status', 'Member since']) await person.reads(fact)
      await person.picture('account')
      await person.pick('Refresh token')
      await person.reads(/has a new token/)
      await person.pick('Check now')
      await person.reads(/is fine/)
      await person.pick('Log out')
      await person.page.getByRole('alertdialog').getByRole('button', { name: 'Log out' }).click()
      await person.reads('You need to log in again')
      await person.picture('logged-out')
    },
  },
  {
    id: 'cloudreve-reset',
    title: 'Cloudreve: ask for a reset mail, set the password by the pasted link, log in',
    async run(person) {
      const email = 'forgetful@cloudreve.example'
      const { cloudreve } = person.sandbox
      Object.assign(cloudreve.settings, { forgetCaptcha: true, loginCaptcha: false })
      cloudreve.addUser({ email, password: 'forgotten' })
      await begin(person, 'Reset the password')
      await person.fill('E-mail', email)
      await person.solveCaptcha('cloudreve')
      await person.picture('ask')
      await person.press('Send the mail')
      await person.sees('Choose a new password')
      await person.paste('Link from the mail', await person.linkFrom(email, '/session/reset'))
      await person.fill('Password', password)
      await person.picture('new-password')
      await person.press('Set the password')
      await person.isLoggedIn()
    },
  },
  {
    id: 'cloudreve-token',
    title: 'Cloudreve: add an existing refresh token',
    async run(person) {
      const email = 'token@cloudreve.example'
      person.sandbox.cloudreve.addUser({ email, password })
      await begin(person, 'Add an existing token')
      await person.paste('Refresh token', person.sandbox.cloudreve.tokenFor(email).refresh_token)
      await person.picture('paste')
      await person.press('Check and add')
      await person.isLoggedIn()
    },
  },
]
