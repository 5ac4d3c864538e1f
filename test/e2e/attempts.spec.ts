/** Attempts on their bad days: restarts, lost answers, limits, a keychain that refuses. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { keptSecrets } from './secrets'

test('a code that was sent is still waited for after a crash, in the window and in the tray', async ({
  computer,
}) => {
  const email = 'patient@ruuvi.example'
  const first = await computer.start()
  await first.begin('Ruuvi Cloud', 'Log in')
  await first.fill('E-mail', email)
  await first.press('Send the code')
  await first.sees('Enter the code')
  await first.app.kill()

  const second = await computer.start()
  await second.reads(`Waits for the code sent to ${email}`)
  const lines = await second.app.seam('trayMenu')
  const waiting = lines.find((line) => line.includes(`Waits for the code sent to ${email}`))
  expect(waiting).toBeDefined()
  await second.app.seam('clickTray', waiting ?? '')
  await second.sees('Enter the code')
  await second.fill('Code or link', await second.codeFrom(email))
  await second.press('Log in')
  await second.isLoggedIn()
  expect(await keptSecrets(computer)).toHaveLength(1)
  const registers = computer.sandbox.requests.list().filter(({ path }) => path === '/register')
  expect(registers).toHaveLength(1)
})

test('a lost answer to a registration is never sent again, and the login settles it', async ({
  computer,
  person,
}) => {
  const email = 'unsure@cloudreve.example'
  computer.sandbox.cloudreve.faults.next('signUp', { kind: 'reset-after' })
  await person.begin('Cloudreve', 'Register')
  await person.fill('E-mail', email)
  await person.fill('Password', 'correct horse battery')
  await person.press('Register')
  await person.sees('Was the account made?')
  const signUps = () =>
    computer.sandbox.requests
      .list()
      .filter(({ path, method }) => path === '/api/v4/user' && method === 'POST')
  expect(signUps()).toHaveLength(1)
  await person.button('Try to log in').first().click()
  await person.isLoggedIn()
  expect(signUps()).toHaveLength(1)
  expect((await keptSecrets(computer)).map((kept) => kept.email)).toEqual([email])
})

test('a limit shows the time that is left and takes nothing until then', async ({
  computer,
  person,
}) => {
  computer.sandbox.ruuvi.faults.next('register', {
    kind: 'throttled',
    retryAfter: 90,
  })
  await person.begin('Ruuvi Cloud', 'Log in')
  await person.fill('E-mail', 'hasty@ruuvi.example')
  await person.press('Send the code')
  const wait = person.button(/^Wait 1:/)
  await expect(wait).toBeVisible()
  await expect(wait).toHaveAttribute('aria-disabled', 'true')
  await wait.press('Enter')
  expect(computer.sandbox.requests.list()).toHaveLength(1)
  await expect(person.field('E-mail')).toHaveValue('hasty@ruuvi.example')
})

test('an answer that does not come can be stopped, and what was typed stays', async ({
  computer,
  person,
}) => {
  const email = 'slow@ipcola.example'
  computer.sandbox.ipcola.addUser({ email, password: 'pass word' })
  computer.sandbox.ipcola.faults.next('login', { kind: 'stall' })
  await person.begin('IPCola', 'Log in')
  await person.fill('E-mail', email)
  await person.fill('Password', 'pass word')
  await person.solveCaptcha('ipcola')
  await person.press('Log in')
  await person.press('Stop')
  await expect(person.button('Log in')).toBeEnabled()
  await expect(person.field('E-mail')).toHaveValue(email)
  await expect(person.field('Password')).toHaveValue('pass word')
  await person.press('Leave')
  await expect(person.page.getByRole('navigation', { name: 'Accounts' })).not.toContainText(email)
})

test('a token that a locked keychain refuses is held until the person tries again', async ({
  computer,
  person,
}) => {
  const { keyring } = computer
  if (!keyring) throw new Error('This spec locks a keyring of its own, which only Linux has')
  const email = 'locked@ruuvi.example'
  await person.begin('Ruuvi Cloud', 'Log in')
  await person.fill('E-mail', email)
  await person.press('Send the code')
  await person.sees('Enter the code')
  await keyring.lock()
  await person.fill('Code or link', await person.codeFrom(email))
  await person.press('Log in')
  await person.sees('Logged in, not yet saved')
  await keyring.unlock()
  // Its prompt had failed, which counts as a no: nothing is asked of the keychain by itself.
  await person.press('Save the token')
  await person.isLoggedIn()
  expect(await keptSecrets(computer)).toHaveLength(1)
})

test('wrong input is named at its field, and nothing is sent', async ({ computer, person }) => {
  await person.begin('Ruuvi Cloud', 'Register')
  await person.fill('E-mail', 'nobody at all')
  await person.press('Send the code')
  await person.reads('This does not look like an e-mail address.')
  await expect(person.field('E-mail')).toBeFocused()
  await expect(person.field('E-mail')).toHaveAttribute('aria-invalid', 'true')
  expect(computer.sandbox.requests.list()).toHaveLength(0)
})

test('an account that was made stays in the list although its login was left', async ({
  computer,
  person,
}) => {
  const email = 'halfway@cloudreve.example'
  Object.assign(computer.sandbox.cloudreve.settings, { activation: false, loginCaptcha: true })
  await person.begin('Cloudreve', 'Register')
  await person.fill('E-mail', email)
  await person.fill('Password', 'correct horse battery')
  await person.press('Register')
  await person.sees('Log in')
  await person.button(/^(Leave|Later)$/).click()
  await person.openAccount(email)
  await person.reads('Log in to finish.')
  await person.page.getByRole('main').getByRole('button', { name: 'Continue' }).click()
  await person.fill('Password', 'correct horse battery')

  // As low as the window goes, what was wrong comes into sight with the picture to read instead.
  await person.page.setViewportSize({ width: 680, height: 480 })
  const answer = 'Characters in the picture'
  await person.fill(answer, 'no idea')
  await person.press('Log in')
  await expect(person.field(answer)).toBeFocused()
  const told = person.page.getByRole('alert')
  for (const part of [told, person.page.getByText(answer), person.field(answer)]) {
    await expect(part).toBeInViewport({ ratio: 1 })
  }

  await person.solveCaptcha('cloudreve')
  await person.press('Log in')
  await person.isLoggedIn()
  await expect(person.page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })
})

test('another code can be asked for when the minute is over, and only then', async ({
  computer,
}) => {
  const email = 'again@ruuvi.example'
  const first = await computer.start()
  await first.begin('Ruuvi Cloud', 'Log in')
  await first.fill('E-mail', email)
  await first.press('Send the code')
  await expect(first.button(/^Send a new code in/)).toHaveAttribute('aria-disabled', 'true')
  await first.button(/^Send a new code in/).press('Enter')
  expect(computer.sandbox.mailbox.messages(email)).toHaveLength(1)
  await first.app.close()

  // The minute passes while the program is closed.
  const book = join(computer.profile, 'book.json')
  const waited = (await readFile(book, 'utf8')).replace(/"resendAt":\d+/, '"resendAt":1')
  await writeFile(book, waited)
  const second = await computer.start()
  await second.openAccount(email)
  await second.page.getByRole('main').getByRole('button', { name: 'Continue' }).click()
  await second.press('Send a new code')
  await second.reads(/A new code is on its way/)
  await expect(second.button(/^Send a new code in/)).toBeVisible()
  expect(computer.sandbox.mailbox.messages(email)).toHaveLength(2)
  await second.fill('Code or link', computer.sandbox.mailbox.latest(email)?.code ?? '')
  await second.press('Log in')
  await second.isLoggedIn()
})
