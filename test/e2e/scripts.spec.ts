/** Tokens for scripts: real scripts in a real shell, against the running program and the sandbox. */
import { chmod } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { addRuuvi } from '../walks/accounts'
import type { Person } from '../walks/person'
import { expect, test as base } from './fixtures'
import { expectHidden } from './secrets'
import { openTerminal, type Terminal } from './terminal'

const test = base.extend<{ terminal: Terminal }>({
  terminal: async ({ computer }, use) => {
    const terminal = await openTerminal(computer.profile)
    await use(terminal)
    await terminal.close()
  },
})

test.skip(process.platform === 'win32', 'The scripts here are for a shell of Unix.')

const script = join(import.meta.dirname, 'use-token.sh')
const root = resolve(import.meta.dirname, '../..')

async function allow(person: Person, mode: 'Off' | 'Ask me' | 'On'): Promise<void> {
  const settings = await person.openSettings()
  const choice = settings.page.getByRole('radio', { name: mode, exact: true })
  // It shows what is kept, which is known a moment after the click.
  await choice.click()
  await expect(choice).toBeChecked()
}

/** Gives the token of a new account at IPCola that is in the list. */
async function addIpcola(person: Person, email: string): Promise<string> {
  person.sandbox.ipcola.addUser({ email, password: 'correct horse battery' })
  const token = person.sandbox.ipcola.tokenFor(email)
  await person.begin('IPCola', 'Add an existing token')
  await person.fill('Token', token)
  await person.press('Check and add')
  await person.isLoggedIn()
  return token
}

const question = (person: Person) => person.page.getByRole('alertdialog')

async function answer(person: Person, word: string): Promise<void> {
  await question(person).getByRole('button', { name: word, exact: true }).click()
}

test('what scripts get of the active account, and who gets nothing', async ({
  computer,
  person,
  terminal,
}) => {
  test.slow()
  const email = 'script@ipcola.example'
  const token = await addIpcola(person, email)

  await test.step('a script stops where it gets nothing, and where it cannot be given what it gets', async () => {
    const stops = 'set -e; TOKEN=$(latchkey token ipcola); echo "went on with [$TOKEN]"'
    expect(await terminal.run('sh', '-c', stops)).toMatchObject({ code: 5, out: '' })
    await allow(person, 'On')
    const goesOn = await terminal.run('sh', '-c', stops)
    expect(goesOn).toMatchObject({ code: 0, out: `went on with [${token}]\n` })
    // Only Linux has a file that is always full.
    if (process.platform !== 'linux') return
    const full = await terminal.run('sh', '-c', 'latchkey token ipcola > /dev/full')
    expect(full).toMatchObject({ code: 1, out: '' })
  })

  await test.step('a shell script uses the active account at the service, and the token is nowhere else', async () => {
    const used = await terminal.run(script, computer.sandbox.urls.ipcola)
    expect(used).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(used.out)).toMatchObject({ user: { email } })

    expect(await terminal.latchkey('token', 'ipcola')).toEqual({
      code: 0,
      out: `${token}\n`,
      err: '',
    })
    const json = await terminal.latchkey('token', 'ipcola', '--json')
    expect(JSON.parse(json.out)).toEqual({
      token,
      account: email,
      service: 'ipcola',
      server: computer.sandbox.urls.ipcola,
      expiresAt: null,
    })
    const documented = await terminal.run('npm', 'run', '-s', 'latchkey', '--', 'token', 'ipcola')
    expect(documented).toMatchObject({ code: 0, out: `${token}\n` })
    await expectHidden([token], computer, person)
  })

  await test.step('another user gets nothing from the program, by the same command', async () => {
    // Only root can become another user.
    if (process.getuid?.() !== 0) return
    const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups']
    // Everybody may come as far as the folder of the socket, so that it is this which stops them.
    await chmod(computer.profile, 0o755)
    const built = join(root, 'out/main/cli.cjs')
    const said = await terminal.run(
      ...(['setpriv', ...nobody, process.execPath, built, 'token', 'ipcola'] as const),
    )
    expect(said).toMatchObject({ code: 5, out: '' })
    expect(said.err).toContain(join(computer.profile, 'run'))
    expect(await terminal.latchkey('token', 'ipcola')).toMatchObject({ code: 0 })
  })

  await test.step('an account that has to log in is named', async () => {
    person.sandbox.ipcola.revoke(token)
    await person.openAccount(email)
    await person.pick('Check now')
    await person.reads('You need to log in again')
    const refused = await terminal.latchkey('token', 'ipcola')
    expect(refused).toMatchObject({ code: 4, out: '' })
    expect(refused.err).toContain(email)
  })
})

test('a script that gets nothing ends with the exit code that says why, and asks the service nothing', async ({
  computer,
  terminal,
}) => {
  const { keyring, sandbox } = computer
  const address = sandbox.urls.ipcola
  const gets = async (code: number, why: RegExp, ...words: readonly string[]): Promise<void> => {
    const said = await terminal.run(script, address, ...words)
    expect(said).toMatchObject({ code, out: '', err: expect.stringMatching(why) })
  }
  await gets(3, /not running/)
  const person = await computer.start()
  await addIpcola(person, 'codes@ipcola.example')
  const isCheck = ({ path }: { path: string }): boolean => path.endsWith('/user/info')
  await sandbox.requests.waitFor((one) => isCheck(one) && one.state === 'answered')
  await gets(5, /switched off/)
  await allow(person, 'On')
  const before = sandbox.requests.list().filter(isCheck).length
  await gets(2, /nobody@ipcola\.example/, '--account', 'nobody@ipcola.example')
  await gets(2, /--loud/, '--loud')
  if (keyring) {
    await keyring.lock()
    await gets(5, /keychain is locked/)
    await keyring.unlock()
    await person.page.bringToFront()
  }
  await person.app.close()
  await gets(3, /not running/)
  expect(sandbox.requests.list().filter(isCheck)).toHaveLength(before)
})

test('a token that runs out is renewed before a script gets it', async ({ person, terminal }) => {
  const email = 'renewed@cloudreve.example'
  const { cloudreve } = person.sandbox
  cloudreve.addUser({ email, password: 'correct horse battery' })
  // Less than the minute that a token must have left.
  Object.assign(cloudreve.settings, { accessTokenSeconds: 50, loginCaptcha: false })
  await person.begin('Cloudreve', 'Log in')
  await person.fill('E-mail', email)
  await person.fill('Password', 'correct horse battery')
  await person.press('Log in')
  await person.isLoggedIn()
  await allow(person, 'On')
  Object.assign(cloudreve.settings, { accessTokenSeconds: 3_600 })
  const said = await terminal.latchkey('token', 'cloudreve', '--json')
  expect(said).toMatchObject({ code: 0 })
  const { token, expiresAt } = JSON.parse(said.out) as { token: string; expiresAt: string }
  expect(cloudreve.isValid(token)).toBe(true)
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 30 * 60_000)
})

test('the question of a program', async ({ computer, person, terminal }) => {
  test.slow()
  const email = 'asked@ipcola.example'
  const token = await addIpcola(person, email)
  await allow(person, 'Ask me')

  await test.step('a question goes when the script that asked does, and somebody types on', async () => {
    const search = person.page.getByRole('searchbox')
    await search.pressSequentially('as')
    const ending = new AbortController()
    const asking = terminal.start(ending.signal, 'latchkey', 'token', 'ipcola')
    await expect(question(person)).toContainText(email)
    ending.abort()
    expect(await asking).toMatchObject({ code: null, out: '' })
    await expect(question(person)).toBeHidden()
    await expect(search).toBeFocused()
    await person.page.keyboard.type('ked')
    await expect(search).toHaveValue('asked')
  })

  await test.step('a program is asked about in the window: once, for good, or not at all', async () => {
    const once = terminal.run(script, computer.sandbox.urls.ipcola)
    await expect(question(person)).toContainText(`${script} (`)
    await expect(question(person)).toContainText(email)
    await expect(question(person).getByRole('button', { name: 'Refuse' })).toBeFocused()
    await answer(person, 'Allow once')
    expect(await once).toMatchObject({ code: 0 })
    await expect(question(person)).toBeHidden()

    const always = terminal.run(script, computer.sandbox.urls.ipcola)
    await answer(person, 'Always allow')
    expect(await always).toMatchObject({ code: 0 })
    expect(await terminal.run(script, computer.sandbox.urls.ipcola)).toMatchObject({ code: 0 })
    const settings = await person.at('settings')
    await settings.reads(new RegExp(`${script} \\(`))

    const refused = terminal.latchkey('token', 'ipcola')
    await answer(person, 'Refuse')
    expect(await refused).toMatchObject({ code: 5, out: '' })
    await expectHidden([token], computer, person)
  })
})

test('the program by command, beside the one with a window', async ({ person, terminal }) => {
  test.slow()
  await allow(person, 'On')

  await test.step('the program itself takes the same words, opens no window and leaves the other one alone', async () => {
    // The same branch on Electron needs a packaged build.
    if (person.app.host !== 'chromium') return
    const email = 'same@ruuvi.example'
    const token = await addRuuvi(person, email)
    const host = join(root, 'out/tools/chromium-host.mjs')
    const said = await terminal.run(
      process.execPath,
      host,
      root,
      'token',
      'ruuvi',
      '--account',
      email,
    )
    expect(said).toMatchObject({ code: 0 })
    expect(said.out.split('\n')).toContain(token)
    await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  await test.step('a switch by command shows in the window, and scripts use the other account then', async () => {
    const home = await addRuuvi(person, 'home@ruuvi.example')
    const work = await addRuuvi(person, 'work@ruuvi.example')
    for (const [email, token] of [
      ['home@ruuvi.example', home],
      ['work@ruuvi.example', work],
    ] as const) {
      expect(await terminal.latchkey('switch', email)).toMatchObject({ code: 0, out: '' })
      expect((await terminal.latchkey('token', 'ruuvi')).out).toBe(`${token}\n`)
      const row = person.page
        .getByRole('navigation', { name: 'Accounts' })
        .getByRole('button', { name: new RegExp(email) })
      await expect(row).toHaveAccessibleName(/Active/)
    }
    const other = await terminal.latchkey('token', 'ruuvi', '--account', 'HOME@ruuvi.example')
    expect(other.out).toBe(`${home}\n`)
  })
})
