/** Accounts in the list: removal, several at one server, and what stays when a service is away. */
import { addRuuvi } from '../walks/accounts'
import { expect, test } from './fixtures'
import { keptSecrets } from './secrets'

test('a removal that the service could not be told of leaves the account, until told otherwise', async ({
  computer,
  person,
}) => {
  const email = 'leaving@ruuvi.example'
  await addRuuvi(person, email)
  computer.sandbox.ruuvi.faults.always('sessions', { kind: 'status', status: 503 })
  await person.openAccount(email)
  await person.pick('Remove')
  await person.reads(`${email} is off your list.`)
  expect(await keptSecrets(computer)).toHaveLength(1)
  // Without a hand on it: the time to undo it goes by.
  await person.reads('The account is still in your list.')
  expect(await keptSecrets(computer)).toHaveLength(1)
  await person.press(`Remove anyway: ${email}`)
  // In between the book still has an account whose secret is gone.
  await expect(async () => expect(await keptSecrets(computer)).toHaveLength(0)).toPass()
  await person.page.getByText(email).waitFor({ state: 'detached' })
  expect(await computer.keyring?.items()).toHaveLength(0)
})

test('a service that cannot be reached costs no account', async ({ computer, person }) => {
  const email = 'far@ruuvi.example'
  await addRuuvi(person, email)
  computer.sandbox.ruuvi.faults.always('user', { kind: 'reset-before' })
  await person.openAccount(email)
  await person.pick('Check now')
  await person.reads('The service could not be asked')
  computer.sandbox.ruuvi.faults.clear()
  await person.page.getByRole('main').getByRole('button', { name: 'Check now' }).click()
  await person.reads('The token is in your keychain. The service accepts it.')
})

test('both servers of Ruuvi Cloud are offered', async ({ computer }) => {
  const person = await computer.start({ LATCHKEY_SERVERS: '' })
  await person.openService('Ruuvi Cloud')
  await expect(person.page.getByRole('radio')).toHaveCount(2)
  await person.reads('https://network.ruuvi.com')
  await person.reads('https://testnet.ruuvi.com')
})
