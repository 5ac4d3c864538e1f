import { passwords } from './passwords'
import type { Person, Walk } from './person'

const password = passwords.ipcola

/** Asks for a vcode as one does on IPCola's own site, and pastes it. */
async function pasteVcode(person: Person, email: string): Promise<void> {
  person.sandbox.ipcola.requestVcode(email)
  await person.paste('Code from the mail', await person.codeFrom(email))
}

export const ipcolaWalks: readonly Walk[] = [
  {
    id: 'ipcola-register',
    title: 'IPCola: register with the code from the mail',
    async run(person) {
      const email = 'new@ipcola.example'
      await person.begin('IPCola', 'Register')
      await person.sees('Which address should the account have?')
      await person.fill('E-mail', email)
      await person.fill('Reference key', 'friend-7')
      await person.picture('address')
      await person.press('Continue')
      await person.sees('Enter the code, choose a password')
      await pasteVcode(person, email)
      await person.fill('New password', password)
      await person.picture('code-and-password')
      await person.press('Register')
      await person.isLoggedIn()
      await person.picture('done')
    },
  },
  {
    id: 'ipcola-login',
    title: 'IPCola: log in with a captcha, the first one misread',
    async run(person) {
      const email = 'old@ipcola.example'
      person.sandbox.ipcola.addUser({ email, password })
      await person.begin('IPCola', 'Log in')
      await person.fill('E-mail', email)
      await person.fill('Password', password)
      await person.fill('What does the picture say?', 'no idea')
      await person.press('Log in')
      await person.reads('IPCola says: “captcha error”')
      await person.picture('captcha-misread')
      await person.newPicture('ipcola')
      await person.solveCaptcha('ipcola')
      await person.picture('captcha')
      await person.press('Log in')
      await person.isLoggedIn()
    },
  },
  {
    id: 'ipcola-reset',
    title: 'IPCola: reset the password, then log in with it',
    async run(person) {
      const email = 'forgetful@ipcola.example'
      person.sandbox.ipcola.addUser({ email, password: 'forgotten' })
      await person.begin('IPCola', 'Reset the password')
      await person.fill('E-mail', email)
      await person.press('Continue')
      await pasteVcode(person, email)
      await person.fill('New password', password)
      await person.picture('code-and-password')
      await person.press('Set the new password')
      await person.reads(`The new password of ${email} is set.`)
      await person.solveCaptcha('ipcola')
      await person.picture('log-in-after')
      await person.press('Log in')
      await person.isLoggedIn()
    },
  },
  {
    id: 'ipcola-vcode-request',
    title: 'IPCola: a code request entered in the settings sends the code',
    async run(person) {
      const email = 'requested@ipcola.example'
      const path = '/api/user/send_vcode'
      person.sandbox.ipcola.switches.vcodeRequest = { method: 'POST', path }
      const settings = await person.openSettings()
      await settings.page.getByLabel('Path of the code request').last().fill(path)
      await settings.page.getByLabel('Method of the code request').last().selectOption('POST')
      await settings.page.getByLabel('Body of the code request').last().fill('{"email":"{email}"}')
      await settings.page.getByRole('button', { name: 'Save' }).last().click()
      await settings.reads(/saved/i)
      await settings.picture('settings')
      await person.begin('IPCola', 'Register')
      await person.fill('E-mail', email)
      await person.press('Continue')
      await person.press('Send the code')
      await person.reads(`IPCola was asked to mail a code to ${email}.`)
      await person.reads(/Send a new code in/)
      await person.picture('code-sent')
      await person.paste('Code from the mail', await person.codeFrom(email))
      await person.fill('New password', password)
      await person.press('Register')
      await person.isLoggedIn()
    },
  },
  {
    id: 'ipcola-token',
    title: 'IPCola: add an existing token',
    async run(person) {
      const email = 'token@ipcola.example'
      person.sandbox.ipcola.addUser({ email, password })
      await person.begin('IPCola', 'Add an existing token')
      await person.paste('Token', `Bearer ${person.sandbox.ipcola.tokenFor(email)}`)
      await person.picture('paste')
      await person.press('Check and add')
      await person.isLoggedIn()
    },
  },
  {
    id: 'ipcola-check',
    title: 'IPCola: check an account whose token was withdrawn, log in again',
    async run(person) {
      const email = 'withdrawn@ipcola.example'
      person.sandbox.ipcola.addUser({ email, password })
      const token = person.sandbox.ipcola.tokenFor(email)
      await person.begin('IPCola', 'Add an existing token')
      await person.fill('Token', token)
      await person.press('Check and add')
      await person.isLoggedIn()
      await person.openAccount(email)
      await person.reads('User number')
      await person.picture('account')
      person.sandbox.ipcola.revoke(token)
      await person.pick('Check now')
      await person.reads('You need to log in again')
      await person.picture('needs-login')
      await person.page.getByRole('main').getByRole('button', { name: 'Log in again' }).click()
      await person.fill('Password', password)
      await person.solveCaptcha('ipcola')
      await person.press('Log in')
      await person.isLoggedIn()
    },
  },
]
