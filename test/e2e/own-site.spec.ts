/** A site of one's own with a certificate that nobody vouches for, from its address to taking trust back. */
import { X509Certificate } from 'node:crypto'
import { selfSigned } from '../integration/http/kit/certificates'
import { serveFront } from '../integration/http/kit/front'
import { expect, test } from './fixtures'

test('a certificate is trusted by its fingerprint, for its site, until that is taken back', async ({
  computer,
  person,
}) => {
  const { page, sandbox } = person
  const [email, password] = ['home@cloudreve.example', 'correct horse battery']
  sandbox.cloudreve.settings.loginCaptcha = false
  sandbox.cloudreve.addUser({ email, password })
  const pair = selfSigned(['cloud.example'])
  const { fingerprint256 } = new X509Certificate(pair.cert)
  const site = await serveFront(sandbox.urls.cloudreve, pair)
  try {
    await person.openService('Cloudreve')
    await person.press('Add a site')
    await person.fill('Address of the site', site.url)
    await person.press('Look it up')
    const question = page.getByRole('alertdialog')
    await expect(question).toContainText('It vouches for itself')
    await expect(question).toContainText('It is for other names than 127.0.0.1.')
    for (const row of fingerprint256.match(/.{23}/g) ?? [])
      await expect(question).toContainText(row)
    await expect(question.getByRole('button', { name: 'Do not trust' })).toBeFocused()
    // The person has seen the certificate, and the site has heard nothing.
    expect(site.seen).toEqual([])

    await page.keyboard.press('Enter')
    await expect(question).toBeHidden()
    expect(await computer.files()).not.toContain(fingerprint256)
    await person.press('Look it up')
    await question.getByRole('button', { name: /^Trust this certificate for 127/ }).click()
    await person.reads(/Version: 4/)
    expect(await computer.files()).toContain(fingerprint256)

    await person.chooseFlow('Log in')
    await person.fill('E-mail', email)
    await person.fill('Password', password)
    await person.press('Log in')
    await person.isLoggedIn()
    // The check that follows a login asks several things, and is over when its time is told.
    await person.openAccount(email)
    await person.reads(/^Checked /)
    const heard = site.seen.length
    expect(heard).toBeGreaterThan(0)

    const settings = await person.openSettings()
    const trusted = settings.page.getByRole('region', { name: 'Certificate trusted by you' })
    await expect(trusted).toContainText('cloud.example')
    await settings.press('Stop trusting')
    await expect(trusted).toBeHidden()
    await person.openAccount(email)
    await person.pick('Check now')
    await person.reads(/certificate is not trusted/)
    expect(site.seen).toHaveLength(heard)

    await person.press('Look at the certificate')
    await question.getByRole('button', { name: /^Trust this certificate/ }).click()
    await expect(question).toBeHidden()
    await person.press('Check now')
    await person.reads(/is fine/)
    expect(site.seen.length).toBeGreaterThan(heard)
  } finally {
    await site.close()
  }
})
