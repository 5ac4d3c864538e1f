/** Killed in the middle of a flow, an exception in each process, a page that dies: what is left of it. */
import { addRuuvi } from '../../walks/accounts'
import { passwords } from '../../walks/passwords'
import { Person } from '../../walks/person'
import { Findings, type Outcome } from '../fault'
import { Scene } from './scene'

export async function crashes(): Promise<Outcome> {
  const findings = new Findings()
  const scene = await Scene.open()
  try {
    await exceptions(scene, findings)
    await killedWhileTyping(scene, findings)
    await killedWhileSending(scene, findings)
    await afterTheKills(scene, findings)
    const searched = await scene.settle(findings)
    return findings.outcome(`Two exceptions, a dead page and two kills; ${searched}`)
  } finally {
    await scene.close()
  }
}

async function exceptions(scene: Scene, findings: Findings): Promise<void> {
  const person = await scene.start()
  await scene.afterwards(
    'An exception in the main process whose message holds a token',
    async () => {
      const tokens = [await addRuuvi(person, 'bug@ruuvi.example'), ...(await addOthers(person))]
      for (const email of ['bug@ruuvi.example', 'bug@ipcola.example', 'bug@cloudreve.example']) {
        await person.openAccount(email)
        await person.app.desktop?.refuseNextCopy()
        await person.press('Copy token')
        await person.reads(/Latchkey made a mistake/i)
      }
      const lines = person.app.output().match(/^.* bug .*$/gm) ?? []
      const told = lines.filter((line) => line.includes('The clipboard did not take'))
      findings.check(told.length === tokens.length, `${told.length} lines in the log of 3 bugs`)
    },
    findings,
  )
  await scene.afterwards(
    'An exception in a page while a password stands in it, then the end of its process',
    async () => {
      await typePassword(person, 'page@ipcola.example')
      const thrown = person.page.waitForEvent('pageerror')
      await person.page.evaluate(
        `void setTimeout(() => { throw new Error(document.querySelector('input[type=password]').value) })`,
      )
      await thrown
      scene.search(await scene.shown())
      const died = person.page.waitForEvent('crash')
      const session = await person.page.context().newCDPSession(person.page)
      void session.send('Page.crash').catch(() => undefined)
      await died
      const page = await person.app.reopened()
      scene.opened({ ...person.app, page })
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    },
    findings,
  )
  await scene.quit()
}

async function addOthers(person: Person): Promise<readonly string[]> {
  const { ipcola, cloudreve } = person.sandbox
  ipcola.addUser({ email: 'bug@ipcola.example', password: passwords.ipcola })
  cloudreve.addUser({ email: 'bug@cloudreve.example', password: passwords.cloudreve })
  const tokens = [
    ['IPCola', 'Token', ipcola.tokenFor('bug@ipcola.example')],
    ['Cloudreve', 'Refresh token', cloudreve.tokenFor('bug@cloudreve.example').refresh_token],
  ] as const
  for (const [service, label, token] of tokens) {
    await person.begin(service, 'Add an existing token')
    await person.fill(label, token)
    await person.press('Check and add')
    await person.isLoggedIn()
  }
  return tokens.map(([, , token]) => token)
}

async function typePassword(person: Person, email: string): Promise<void> {
  await person.begin('IPCola', 'Register')
  await person.fill('E-mail', email)
  await person.press('Continue')
  await person.paste('Code from the mail', person.sandbox.ipcola.requestVcode(email))
  await person.fill('New password', passwords.ipcola)
}

async function killedWhileTyping(scene: Scene, findings: Findings): Promise<void> {
  const person = await scene.start()
  const work = (): Promise<void> => typePassword(person, 'typing@ipcola.example')
  await scene.before('A kill while a password stands in its field', work, findings)
  await scene.kill()
}

async function killedWhileSending(scene: Scene, findings: Findings): Promise<void> {
  const person = await scene.start()
  const { ipcola } = person.sandbox
  let release = (): void => undefined
  const work = async (): Promise<void> => {
    await typePassword(person, 'sending@ipcola.example')
    const until = new Promise<void>((resolve) => (release = resolve))
    ipcola.faults.next('register', { kind: 'delay', until })
    await person.press('Register')
    const { requests } = person.sandbox
    await requests.waitFor(({ operation }) => operation === 'register')
  }
  await scene.before('A kill while a registration is on its way', work, findings)
  await scene.kill()
  release()
}

/** The attempts that wait are gone on with, and what they lacked is typed again. */
async function afterTheKills(scene: Scene, findings: Findings): Promise<void> {
  const person = await scene.start()
  const email = 'sending@ipcola.example'
  const work = async (): Promise<void> => {
    await person.openAccount(email)
    await person.page.getByRole('main').getByRole('button', { name: 'Continue' }).click()
    await person.page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  await scene.afterwards('A restart after the kills', work, findings)
  await scene.quit()
}
