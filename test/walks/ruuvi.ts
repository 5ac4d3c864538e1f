import type { Walk } from './person'

export const ruuviWalks: readonly Walk[] = [
  {
    id: 'ruuvi-register',
    title: 'Ruuvi Cloud: register, mistype the code once, verify',
    async run(person) {
      const email = 'new@ruuvi.example'
      await person.begin('Ruuvi Cloud', 'Register')
      await person.fill('E-mail', ` ${email} `)
      await person.picture('address')
      await person.press('Send the code')
      await person.sees('Enter the code')
      await person.reads(`Ruuvi Cloud mailed a code to ${email}.`)
      await person.reads(/Send a new code in/)
      await person.fill('Code or link', 'ZZZZ')
      await person.press('Log in')
      await person.page.getByRole('alert').first().waitFor()
      await person.picture('wrong-code')
      await person.paste('Code or link', (await person.codeFrom(email)).toLowerCase())
      await person.press('Log in')
      await person.isLoggedIn()
      await person.reads('This Ruuvi Cloud account is new: it has just been made.')
      await person.picture('done')
    },
  },
  {
    id: 'ruuvi-login',
    title: 'Ruuvi Cloud: log in by the link from the mail',
    async run(person) {
      const email = 'old@ruuvi.example'
      person.sandbox.ruuvi.addUser(email)
      await person.begin('Ruuvi Cloud', 'Log in')
      await person.fill('E-mail', email)
      await person.press('Send the code')
      await person.sees('Enter the code')
      await person.paste('Code or link', await person.linkFrom(email, '/verify?token='))
      await person.picture('link')
      await person.press('Log in')
      await person.isLoggedIn()
      await person.reads('You already had this Ruuvi Cloud account and are logged in to it.')
    },
  },
  {
    id: 'ruuvi-verify',
    title: 'Ruuvi Cloud: enter a code that was asked for elsewhere',
    async run(person) {
      const email = 'elsewhere@ruuvi.example'
      person.sandbox.ruuvi.addUser(email)
      await person.begin('Ruuvi Cloud', 'Enter a code')
      await person.fill('E-mail', email)
      await person.fill('Code or link', person.sandbox.ruuvi.codeFor(email))
      await person.picture('code')
      await person.press('Log in')
      await person.isLoggedIn()
    },
  },
  {
    id: 'ruuvi-reset',
    title: 'Ruuvi Cloud: no password to reset, so it says what to do instead',
    async run(person) {
      await person.openService('Ruuvi Cloud')
      await person.reads(/Ruuvi Cloud has no password, so there is none to reset/)
      await person.picture('no-reset')
    },
  },
  {
    id: 'ruuvi-token',
    title: 'Ruuvi Cloud: add an existing token, check it, log out of this session',
    async run(person) {
      const email = 'token@ruuvi.example'
      person.sandbox.ruuvi.addUser(email)
      const token = person.sandbox.ruuvi.tokenFor(email)
      await person.begin('Ruuvi Cloud', 'Add an existing token')
      await person.paste('Access token', token)
      await person.press('Check and add')
      await person.isLoggedIn()
      await person.openAccount(email)
      await person.pick('Check now')
      await person.reads('Sensors')
      await person.picture('account')
      await person.pick('Log out')
      await person.page.getByRole('alertdialog').getByRole('button', { name: 'Log out' }).click()
      await person.reads('You need to log in again')
      if (person.sandbox.ruuvi.isValid(token)) throw new Error('The session is still open')
      await person.picture('logged-out')
    },
  },
]
