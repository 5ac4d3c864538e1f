/** The keychain on its bad days, on real ones: none at all, and a locked one. */
import { startKeyring } from '../integration/keychain/keyring'
import { addRuuvi } from '../walks/accounts'
import { expect, test } from './fixtures'

test.skip(process.platform !== 'linux', 'Only Linux lets a test bring its own keychain.')

test('without a keychain, tokens are kept in memory on the person’s word and said so', async ({
  computer,
}) => {
  const none = await startKeyring({ daemon: 'none' })
  try {
    const person = await computer.start(none.env)
    await person.reads('Keychain: Missing')
    await person.press('Keep tokens in memory until Latchkey quits')
    await person.reads('Tokens are kept in memory only')
    const token = await addRuuvi(person, 'fleeting@ruuvi.example')
    await person.reads(/kept in memory until Latchkey quits; then/)
    await person.press('Copy token')
    await expect.poll(() => person.app.seam('readClipboard')).toBe(token)
    expect((await computer.files()).includes(token)).toBe(false)
    await person.app.close()

    const again = await computer.start(none.env)
    await again.openAccount('fleeting@ruuvi.example')
    await again.reads('Keychain: Missing')
  } finally {
    await none.close()
  }
})

test('a keychain that is locked at the start says so, raises no prompt, and is opened by the person', async ({
  computer,
}) => {
  const locked = await startKeyring({ daemon: 'locked' })
  try {
    const prompter = await locked.prompter()
    const person = await computer.start(locked.env)
    await person.reads('Keychain: Locked')
    expect(prompter.shown).toBe(0)
    prompter.answer({ password: locked.password })
    await person.press('Try again')
    await person.reads('Keychain: Ready')
  } finally {
    await locked.close()
  }
})
