/** Secrets at the edge of what every system's keychain keeps: one byte, 2,500, one more, and NUL. */
import { randomUUID } from 'node:crypto'
import { accountId } from '../../../src/shared/account'
import type { Outcome } from '../fault'
import { atDesk, clientOf, keychainService, type Desk } from './desk'

/** What a token is wrapped in when it is kept; it takes its share of what a keychain keeps. */
const wrapping = JSON.stringify({ v: 1, access: '', mark: '12345678' }).length
const longest = 2500 - wrapping

/** Tokens are plain ASCII, because they stand in a header; passwords may hold anything. */
export function sizes(): Promise<Outcome> {
  return atDesk({}, async (desk) => {
    await desk.person.keychainIs('Ready')
    await tokens(desk)
    await passwords(desk)
    await throughTheClient(desk)
    await desk.person.isWellAgain(desk.old, 'later@ruuvi.example')
    return 'secrets of 1, 2,500 and 2,501 bytes and with NUL: as tokens and passwords in the window, and alone'
  })
}

async function tokens({ person, sandbox, keyring, findings }: Desk): Promise<void> {
  const paste = async (email: string, token: string): Promise<void> => {
    sandbox.ruuvi.addUser(email)
    sandbox.ruuvi.accept(email, token)
    await person.begin('Ruuvi Cloud', 'Add an existing token')
    await person.fill('Access token', token)
    await person.press('Check and add')
  }
  for (const length of [1, longest]) {
    const email = `token-${length}@ruuvi.example`
    const token = 't'.repeat(length)
    await paste(email, token)
    await person.isLoggedIn()
    await person.copies({ email, token })
    person.loggedIn.push({ email, token })
  }
  const before = (await keyring.items()).length
  const refused = async (email: string, words: RegExp): Promise<void> => {
    await person.shows(words)
    await person.press('Leave')
    const list = person.page.getByRole('navigation', { name: 'Accounts' })
    const listed = await list.getByRole('button', { name: email }).count()
    findings.check(listed === 0, `${email} is in the list although its token was refused`)
    const items = (await keyring.items()).length
    findings.check(items === before, `the keyring holds ${items - before} entries more`)
  }
  await paste('long@ruuvi.example', 'l'.repeat(longest + 1))
  await refused('long@ruuvi.example', /too long for the keychain.*at most 2,500 bytes/s)
  await paste('nul@ruuvi.example', 'abc\0def')
  await refused('nul@ruuvi.example', /no blanks, line breaks or special characters/)
}

async function passwords(desk: Desk): Promise<void> {
  await remembers(desk, 'ü', 'ü')
  await remembers(desk, 'ü'.repeat(1250), 'ü'.repeat(1250))
  await remembers(desk, `${'ü'.repeat(1250)}x`, undefined, /too long for the keychain/)
  await remembers(desk, 'pass\0word', undefined, /a character that a keychain cannot keep/)
}

/** Logs in with a password and has it remembered; `kept` is what the keyring must hold then. */
async function remembers(
  { person, sandbox, keyring, findings }: Desk,
  password: string,
  kept: string | undefined,
  words = /The password is remembered/,
): Promise<void> {
  const email = `${randomUUID().slice(0, 8)}@ipcola.example`
  sandbox.ipcola.addUser({ email, password })
  const before = new Set((await keyring.items()).map(({ label }) => label))
  await person.begin('IPCola', 'Log in')
  await person.fill('E-mail', email)
  await person.fill('Password', password)
  await person.page.getByRole('checkbox', { name: /Remember this password/ }).check()
  await person.solveCaptcha('ipcola')
  await person.press('Log in')
  await person.isLoggedIn()
  await person.shows(words)
  const items = await keyring.items()
  const added = items.filter(({ label }) => !before.has(label))
  const entry = added.find(({ attributes }) => attributes['account']?.endsWith('/password'))
  const found = entry && (await keyring.lookup(entry.attributes))
  const bytes = Buffer.byteLength(password)
  findings.check(found === kept, `a password of ${bytes} bytes is not kept as it must be`)
}

async function throughTheClient({ keyring, findings }: Desk): Promise<void> {
  const keychain = clientOf(keyring)
  const cases = [
    ['x', 'kept'],
    ['ü'.repeat(1250), 'kept'],
    [`${'ü'.repeat(1250)}x`, 'secret-too-large'],
    ['x'.repeat(2501), 'secret-too-large'],
    ['a\0b', 'invalid-input'],
  ] as const
  for (const [secret, wanted] of cases) {
    const ref = { account: accountId.parse(randomUUID()), kind: 'session' } as const
    const set = await keychain.set(ref, secret)
    const got = set.ok ? 'kept' : set.failure.code
    findings.check(got === wanted, `a secret of ${Buffer.byteLength(secret)} bytes is ${got}`)
    const name = { service: keychainService, account: `${ref.account}/${ref.kind}` }
    const there = await keyring.lookup(name)
    findings.check(there === (set.ok ? secret : undefined), 'the keyring holds another secret')
    await keychain.delete(ref)
  }
  await keychain.close()
}
