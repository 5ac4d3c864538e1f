/** Setting, changing and removing the passphrase, as a person does it, and what it does to the keyring. */
import { addRuuvi } from '../walks/accounts'
import { expect, test, type Computer } from './fixtures'
import { keptSecrets } from './secrets'

test.skip(process.platform !== 'linux', 'Only Linux lets a test look into the keychain.')

const passphrase = 'hovgarden at dusk'
const next = 'grey otters climb slowly'

test('seals what is in the keyring, under another passphrase too, and opens it again', async ({
  computer,
  person,
}) => {
  const tokens = [
    await addRuuvi(person, 'kim@ruuvi.example'),
    await addRuuvi(person, 'sam@ruuvi.example'),
  ]
  const clear = (await keptSecrets(computer)).map(({ access }) => access)
  expect(clear.sort()).toEqual(tokens.sort())

  const settings = await person.openSettings()
  await settings.press('Set a passphrase…')
  await settings.fill('Passphrase', 'password1')
  await settings.reads(/^Too common/)
  await settings.press('Set passphrase and seal')
  await settings.reads(/Choose another one/)
  await settings.fill('Passphrase', passphrase)
  await settings.reads(/^Strong/)
  await settings.press('Set passphrase and seal')
  await settings.reads('A passphrase protects your tokens')
  const sealed = await inKeyring(computer)
  for (const secret of sealed) expect(secret).toMatch(/^latchkey-sealed:1:key:/)
  for (const token of tokens) expect(sealed.join()).not.toContain(token)

  await settings.press('Change passphrase…')
  await settings.fill('Current passphrase', 'not the one')
  await settings.fill('New passphrase', next)
  await settings.press('Change passphrase')
  await settings.reads('This passphrase is not right')
  await settings.fill('Current passphrase', passphrase)
  await settings.press('Change passphrase')
  await settings.reads('The passphrase is changed')
  expect(await inKeyring(computer)).toEqual(sealed)

  await person.page.bringToFront()
  await person.press('Copy token')
  await expect.poll(async () => tokens.includes(await person.app.seam('readClipboard'))).toBe(true)

  await settings.press('Remove passphrase…')
  await settings.fill('Current passphrase', next)
  await settings.press('Remove passphrase')
  await settings.reads('No passphrase is set')
  const opened = (await keptSecrets(computer)).map(({ access }) => access)
  expect(opened.sort()).toEqual(tokens.sort())
  const files = await computer.files()
  for (const word of [passphrase, next, ...tokens]) expect(files.includes(word)).toBe(false)
  expect(person.app.output()).not.toContain(passphrase)
})

/** The accounts' secrets as they lie in the keyring, read with a client that is not Latchkey's. */
async function inKeyring({ keyring }: Computer): Promise<string[]> {
  if (!keyring) throw new Error('There is no keyring to look into.')
  const items = await keyring.items()
  const found = await Promise.all(items.map(({ attributes }) => keyring.lookup(attributes)))
  return found.filter((secret) => secret !== undefined).sort()
}
