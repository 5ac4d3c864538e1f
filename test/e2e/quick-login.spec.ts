/** Each row of the quick-login table, at each service where it can occur, from the tray and from its window. */
import { expect, test, type Computer } from './fixtures'
import {
  addReady,
  addRemembered,
  checks,
  endSession,
  heard,
  isReady,
  keptPasswords,
  password,
  services,
  trayShows,
  ways,
} from './quick-ways'
import { expectHidden } from './secrets'

const hourMs = 3_600_000
const withPasswords = ['IPCola', 'Cloudreve'] as const

for (const way of ways) {
  test.describe(`from ${way.name}`, () => {
    test('ready, and blocked', async ({ computer, person }) => {
      test.slow()
      await test.step('ready: becomes active, then the token is checked', async () => {
        for (const service of services) {
          const label = `second.${short(service)}@x.example`
          await test.step(service, async () => {
            await addReady(person, service, `first.${short(service)}@x.example`)
            await addReady(person, service, label)
            await person.openAccount(label)
            await person.reads(/^Checked /)
            computer.sandbox.requests.clear()
            await way.start(person, label)
            await isReady(person, label)
            await computer.sandbox.requests.waitFor(({ path }) => checks[service].test(path))
          })
        }
      })

      await test.step('blocked: says so, with the way out', async () => {
        for (const service of withPasswords) {
          const email = `bad.${short(service)}@x.example`
          await test.step(service, async () => {
            await addReady(person, service, email)
            if (service === 'IPCola') computer.sandbox.ipcola.forbid(email)
            else computer.sandbox.cloudreve.setStatus(email, 'manual_banned')
            await way.start(person, email)
            await trayShows(person, new RegExp(`bad\\.${short(service)}@.*Blocked`))
            await way.start(person, email)
            const told = await way.told(person)
            await told.reads('The service has blocked this account')
            await expect(told.button('Open the site').first()).toBeVisible()
          })
        }
      })
    })

    test('needs login, password remembered', async ({ computer, person }) => {
      test.slow()
      await test.step('needs login, password remembered, no captcha: Cloudreve is logged in', async () => {
        const email = 'known@c.example'
        await addRemembered(person, 'Cloudreve', email)
        await way.start(person, email)
        await isReady(person, email)
        expect(await keptPasswords(computer)).toEqual([password])
        await expectHidden([password], computer, person)
      })

      await test.step('needs login, password remembered, captcha: only the picture is asked for', async () => {
        for (const service of withPasswords) {
          const email = `see.${short(service)}@x.example`
          await test.step(service, async () => {
            await addRemembered(person, service, email)
            computer.sandbox.cloudreve.settings.loginCaptcha = true
            await way.start(person, email)
            const quick = await person.at('quick-login')
            await quick.reads('The remembered password is used.')
            await expect(quick.field('Password')).toHaveCount(0)
            await quick.solveCaptcha(service === 'IPCola' ? 'ipcola' : 'cloudreve')
            await quick.press('Log in')
            await isReady(person, email)
          })
        }
        await expectHidden([password], computer, person)
      })

      await test.step('needs login, password remembered, second factor: Cloudreve asks for the code', async () => {
        const email = 'two@c.example'
        await addRemembered(person, 'Cloudreve', email)
        computer.sandbox.cloudreve.setTwoFactor(email, true)
        await way.start(person, email)
        const quick = await person.at('quick-login')
        await quick.sees('Enter the one-time code')
        await quick.fill('One-time code', computer.sandbox.cloudreve.totp(email))
        await quick.press('Log in')
        await isReady(person, email)
      })

      await test.step('needs login, remembered password refused: Cloudreve asks for the one that holds', async () => {
        const email = 'new@c.example'
        const other = 'another horse battery'
        const { sandbox } = computer
        await addRemembered(person, 'Cloudreve', email)
        sandbox.cloudreve.removeUser(email)
        sandbox.cloudreve.addUser({ email, password: other })
        await way.start(person, email)
        const quick = await person.at('quick-login')
        await quick.reads(/The service refuses the remembered password/)
        await expect(quick.field('Password')).toBeFocused()
        await quick.fill('Password', other)
        await quick.press('Log in')
        await isReady(person, email)
        await expect.poll(() => keptPasswords(computer)).toContain(other)
      })
    })

    test('needs login, nothing remembered', async ({ computer, person }) => {
      test.slow()
      await test.step('needs login: password, and picture where there is one, are asked for', async () => {
        for (const service of withPasswords) {
          const email = `typed.${short(service)}@x.example`
          await test.step(service, async () => {
            await addReady(person, service, email)
            await endSession(person, service, email)
            await way.start(person, email)
            const quick = await person.at('quick-login')
            await expect(quick.field('Password')).toBeFocused()
            await quick.fill('Password', password)
            if (service === 'IPCola') await quick.solveCaptcha('ipcola')
            await quick.press('Log in')
            await isReady(person, email)
          })
        }
        expect(await keptPasswords(computer)).toEqual([])
      })

      await test.step('needs login: Ruuvi sends the mail only when asked for', async () => {
        const email = 'mail@r.example'
        await addReady(person, 'Ruuvi Cloud', email)
        await endSession(person, 'Ruuvi Cloud', email)
        await way.start(person, email)
        const quick = await person.at('quick-login')
        await quick.sees('Have a code sent')
        expect(computer.sandbox.mailbox.messages(email)).toHaveLength(0)
        await quick.press('Send the code')
        await quick.fill('Code or link', await quick.codeFrom(email))
        await quick.press('Log in')
        await isReady(person, email)
      })
    })

    test('expired, and needs verification', async ({ computer, person }) => {
      test.slow()
      await test.step('expired: Cloudreve is refreshed in the background', async () => {
        const email = 'brief@c.example'
        const { clock, cloudreve, requests } = computer.sandbox
        // The service's clock is behind: it takes tokens that are over for the program.
        clock.advance(-2 * hourMs)
        cloudreve.settings.accessTokenSeconds = 3600
        await addReady(person, 'Cloudreve', email)
        // Joins the check after the login, or follows it: no answer to either is on its way any more.
        await person.openAccount(email)
        await person.pick('Check now')
        await person.reads(`${email} is fine.`)
        await trayShows(person, /brief@c\.example.*Expired/)
        clock.advance(2 * hourMs)
        requests.clear()
        await way.start(person, email)
        await requests.waitFor(({ path }) => path.endsWith('/refresh'))
        await isReady(person, email)
      })

      await test.step('needs verification: the waiting attempt opens', async () => {
        const { sandbox } = computer
        const { settings } = sandbox.cloudreve
        Object.assign(settings, { activation: true, regCaptcha: false, loginCaptcha: false })
        const later = async (email: string, waits: RegExp) => {
          await person.press('Later')
          await person.sees(email)
          await heard(person)
          await way.start(person, email)
          const quick = await person.at('quick-login')
          await quick.sees(waits)
          return quick
        }

        await test.step('Ruuvi Cloud', async () => {
          const email = 'wait@r.example'
          await person.begin('Ruuvi Cloud', 'Register')
          await person.fill('E-mail', email)
          await person.press('Send the code')
          await person.sees('Enter the code')
          const quick = await later(email, /^Enter the code$/)
          await quick.fill('Code or link', await quick.codeFrom(email))
          await quick.press('Log in')
          await isReady(person, email)
          expect(sandbox.mailbox.messages(email)).toHaveLength(1)
        })

        await test.step('IPCola', async () => {
          const email = 'wait@i.example'
          await person.begin('IPCola', 'Register')
          await person.fill('E-mail', email)
          await person.press('Continue')
          await person.sees('Enter the code, choose a password')
          const quick = await later(email, /choose a password/)
          await quick.fill('Code from the mail', sandbox.ipcola.requestVcode(email))
          await quick.fill('New password', password)
          await quick.press('Register')
          await isReady(person, email)
        })

        await test.step('Cloudreve', async () => {
          const email = 'wait@c.example'
          await person.begin('Cloudreve', 'Register')
          await person.fill('E-mail', email)
          await person.fill('Password', password)
          await person.press('Register')
          await person.sees('Activate your account')
          const quick = await later(email, /^Activate your account$/)
          await quick.fill('Activation link', await quick.linkFrom(email, '/session/activate'))
          await quick.press('Activate')
          await quick.reads('Your account is activated.')
          // What was typed when it was made went with the attempt.
          await quick.fill('Password', password)
          await quick.press('Log in')
          await isReady(person, email)
        })
      })
    })

    test('keychain locked: says so, with the way out', async ({ computer, person }) => {
      test.skip(process.platform !== 'linux', 'Only Linux lets a test lock a keychain.')
      test.slow()
      for (const service of services) {
        const email = `shut.${short(service)}@x.example`
        await addReady(person, service, email)
      }
      const remembered = 'shut@c.example'
      await addRemembered(person, 'Cloudreve', remembered)
      await lock(computer)
      // The keyring says so itself, before anybody needs it.
      for (const service of services) {
        await trayShows(person, new RegExp(`shut\\.${short(service)}@.*Keychain locked`))
      }
      for (const service of services) {
        await test.step(service, async () => {
          await way.start(person, `shut.${short(service)}@x.example`)
          const told = await way.told(person)
          await told.reads('The keychain is locked')
          // In the windows it is unlocked there and then; the tray's way leads to the account's page.
          await expect(
            told.button(/^(Unlock the keychain|Try again|Ask again)$/).first(),
          ).toBeVisible()
        })
      }

      await test.step('password remembered: says so, and nothing is sent', async () => {
        computer.sandbox.requests.clear()
        await way.start(person, remembered)
        const told = await way.told(person)
        await expect(
          told.button(/^(Try again|Ask again|Ask the keychain again)$/).first(),
        ).toBeVisible()
        await expect(told.field('Password')).toHaveCount(0)
        const sent = computer.sandbox.requests.list('cloudreve').map(({ operation }) => operation)
        expect(sent).not.toContain('sign-in')
      })
    })
  })
}

/** Locks the keyring; whoever is asked to unlock it does not want to. */
async function lock(computer: Computer): Promise<void> {
  const prompter = await computer.keyring?.prompter()
  prompter?.answer('dismiss')
  await computer.keyring?.lock()
}

/** Lines of the tray are cut, so that addresses have to be short to be found in them. */
function short(service: (typeof services)[number]): string {
  return service.slice(0, 1).toLowerCase()
}
