/** Where a token may be because the person asked: the clipboard for its time, and a script's output. */
import { expect } from '@playwright/test'
import { openTerminal, type Terminal } from '../../e2e/terminal'
import { addRuuvi } from '../../walks/accounts'
import { passwords } from '../../walks/passwords'
import type { Person } from '../../walks/person'
import { Findings, type Outcome } from '../fault'
import { Scene } from './scene'

/** How long a copied secret stays, and what a busy computer takes on top of it. */
const clearedWithinMs = 45_000

interface Account {
  readonly service: 'ruuvi' | 'ipcola' | 'cloudreve'
  readonly email: string
}

const accounts: readonly Account[] = [
  { service: 'ruuvi', email: 'copied@ruuvi.example' },
  { service: 'ipcola', email: 'copied@ipcola.example' },
  { service: 'cloudreve', email: 'copied@cloudreve.example' },
]

export async function copiesAndScripts(): Promise<Outcome> {
  const findings = new Findings()
  const scene = await Scene.open()
  const terminal = await openTerminal(scene.profile)
  try {
    const person = await scene.start()
    await scene.afterwards('Adding accounts', () => addAll(person), findings)
    await scene.afterwards('Copies', () => copyAll(person, scene, findings), findings)
    // Nothing is copied any more, so this is when the last copy has to go by itself.
    const cleared = clipboardEmpty(person)
    await scene.afterwards('Scripts', () => scripts(person, scene, terminal, findings), findings)
    findings.check(await cleared, `The clipboard still held a token after ${clearedWithinMs} ms`)
    await scene.quit()
    const searched = await scene.settle(findings)
    return findings.outcome(`Copies in three forms and scripts at three services; ${searched}`)
  } finally {
    await terminal.close()
    await scene.close()
  }
}

async function addAll(person: Person): Promise<void> {
  const { ipcola, cloudreve } = person.sandbox
  await addRuuvi(person, 'copied@ruuvi.example')
  ipcola.addUser({ email: 'copied@ipcola.example', password: passwords.ipcola })
  await person.begin('IPCola', 'Add an existing token')
  await person.fill('Token', ipcola.tokenFor('copied@ipcola.example'))
  await person.press('Check and add')
  await person.isLoggedIn()
  cloudreve.addUser({ email: 'copied@cloudreve.example', password: passwords.cloudreve })
  await person.begin('Cloudreve', 'Log in')
  await person.fill('E-mail', 'copied@cloudreve.example')
  await person.fill('Password', passwords.cloudreve)
  await person.press('Log in')
  await person.isLoggedIn()
}

async function copyAll(person: Person, scene: Scene, findings: Findings): Promise<void> {
  for (const { service, email } of accounts) {
    await person.openAccount(email)
    for (const form of ['Authorization header', 'curl command', 'token']) {
      await person.app.seam('writeClipboard', '')
      if (form === 'token') {
        await person.press('Copy token')
      } else {
        await person.press('Copy as')
        await person.page.getByRole('menuitem', { name: form }).click()
      }
      await expect.poll(() => person.app.seam('readClipboard')).not.toBe('')
      const copied = await person.app.seam('readClipboard')
      findings.check(
        scene.holdsTokenOf(service, copied),
        `Not a token of ${service} was copied as ${form}`,
      )
      await scene.look()
    }
  }
}

async function clipboardEmpty(person: Person): Promise<boolean> {
  try {
    const read = (): Promise<string> => person.app.seam('readClipboard')
    await expect.poll(read, { timeout: clearedWithinMs }).toBe('')
    return true
  } catch {
    return false
  }
}

async function scripts(
  person: Person,
  scene: Scene,
  terminal: Terminal,
  findings: Findings,
): Promise<void> {
  const settings = await person.openSettings()
  const choose = async (mode: 'Ask me' | 'On'): Promise<void> => {
    const choice = settings.page.getByRole('radio', { name: mode, exact: true })
    await choice.click()
    await expect(choice).toBeChecked()
  }
  await choose('Ask me')
  for (const { service } of accounts) {
    const asking = terminal.latchkey('token', service)
    const allow = person.page.getByRole('alertdialog').getByRole('button', { name: 'Allow once' })
    await allow.waitFor()
    await scene.look()
    await allow.click()
    const { out, err } = await asking
    findings.check(scene.holdsTokenOf(service, out), `A script got no token of ${service}`)
    scene.search([{ kind: 'error output of a script', where: service, content: err }])
  }
  await choose('On')
  for (const words of [['list'], ['list', '--json'], ['token', 'nobody'], ['--help']]) {
    const { out, err } = await terminal.latchkey(...words)
    scene.search([{ kind: 'output of other commands', where: words.join(' '), content: out + err }])
  }
}
