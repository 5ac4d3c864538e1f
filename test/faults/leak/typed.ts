/**
 * What stands in a form while somebody is called away from it. Chromium notes the state of a page's form
 * and may write it to disk; addresses are written, so when they are, secrets beside them would be, too.
 */
import { expect } from '@playwright/test'
import { passwords } from '../../walks/passwords'
import type { Person } from '../../walks/person'
import { Findings, type Outcome } from '../fault'
import { filePlaces } from './files'
import { Scene } from './scene'

/** Chromium gathers what it writes for some seconds. */
const writtenWithinMs = 60_000

interface Form {
  readonly title: string
  /** Fills in everything, the address last, and shows what can be shown. */
  fill(person: Person, scene: Scene, email: string): Promise<void>
}

const forms: readonly Form[] = [
  {
    title: 'a password that is shown',
    async fill(person, _scene, email) {
      await person.begin('Cloudreve', 'Register')
      await person.fill('Password', passwords.cloudreve)
      await person.press('Show password')
      await person.fill('E-mail', email)
    },
  },
  {
    title: 'a hidden password beside a captcha',
    async fill(person, scene, email) {
      await person.begin('IPCola', 'Log in')
      await person.fill('Password', passwords.ipcola)
      const answer = scene.types('ipcola', 'whatitsayshere', 'captcha-answer')
      await person.fill('What does the picture say?', answer)
      await person.fill('E-mail', email)
    },
  },
  {
    title: 'a code',
    async fill(person, _scene, email) {
      person.sandbox.ruuvi.addUser(email)
      await person.begin('Ruuvi Cloud', 'Enter a code')
      await person.fill('Code or link', person.sandbox.ruuvi.codeFor(email))
      await person.fill('E-mail', email)
    },
  },
  {
    title: 'a token that is shown',
    async fill(person, _scene, email) {
      const { ipcola } = person.sandbox
      ipcola.addUser({ email, password: passwords.ipcola })
      await person.begin('IPCola', 'Add an existing token')
      await person.fill('Token', ipcola.tokenFor(email))
      await person.press('Show token')
      await person.fill('E-mail of the account', email)
    },
  },
]

export async function typedAndLeft(): Promise<Outcome> {
  const findings = new Findings()
  const scene = await Scene.open()
  try {
    const person = await scene.start()
    for (const [index, form] of forms.entries()) {
      const email = `called-away-${index}@mail.example`
      await scene.before(form.title, () => form.fill(person, scene, email), findings)
      if (person.app.host === 'chromium') await written(scene, email, findings)
      scene.search(await scene.shown())
      await scene.lookAtFiles()
    }
    // One of them is sent after all, so that there is something to be found where it belongs.
    const send = async (): Promise<void> => {
      await person.press('Check and add')
      await person.isLoggedIn()
    }
    await scene.afterwards('The last form is sent', send, findings)
    await scene.quit()
    const searched = await scene.settle(findings)
    return findings.outcome(`${forms.length} forms filled in and left open; ${searched}`)
  } finally {
    await scene.close()
  }
}

/** Waits until Chromium has written down what stands in the form's public field. */
async function written(scene: Scene, email: string, findings: Findings): Promise<void> {
  const there = async (): Promise<boolean> => {
    const places = await filePlaces(scene.temporary)
    const wide = Buffer.from(email, 'utf16le')
    return places.some(
      ({ content }) => content.includes(email) || Buffer.from(content).includes(wide),
    )
  }
  const found = expect.poll(there, { timeout: writtenWithinMs, intervals: [500] }).toBe(true)
  const why = `Chromium did not write ${email} within ${writtenWithinMs} ms, so nothing is shown`
  await scene.before(why, () => found, findings)
}
