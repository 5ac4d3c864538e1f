/** A keychain that refuses: what it does not take is held in memory, and goes nowhere else meanwhile. */
import { startKeyring } from '../../integration/keychain/keyring'
import { addRuuvi } from '../../walks/accounts'
import { passwords } from '../../walks/passwords'
import type { Person } from '../../walks/person'
import { Findings, type Outcome } from '../fault'
import { Scene } from './scene'

/** Logs in with a password that is to be remembered, up to the moment of keeping it. */
async function logInAndRemember(person: Person, email: string): Promise<void> {
  const { ipcola } = person.sandbox
  ipcola.addUser({ email, password: passwords.ipcola })
  await person.begin('IPCola', 'Log in')
  await person.fill('E-mail', email)
  await person.fill('Password', passwords.ipcola)
  await person.page.getByRole('checkbox', { name: /^Remember this password/ }).check()
  await person.solveCaptcha('ipcola')
  await person.press('Log in')
}

export async function refusedKeychain(): Promise<Outcome> {
  const findings = new Findings()
  const scene = await Scene.open()
  try {
    await locked(scene, findings)
    await killedWhileHeld(scene, findings)
    await inMemory(scene, findings)
    return findings.outcome(
      `A keychain that was locked, gone at a kill, and not there at all; ${await scene.settle(findings)}`,
    )
  } finally {
    await scene.close()
  }
}

async function locked(scene: Scene, findings: Findings): Promise<void> {
  const person = await scene.start()
  const prompter = await scene.keyring.prompter()
  prompter.answer('dismiss')
  const hold = async (): Promise<void> => {
    await scene.keyring.lock()
    await logInAndRemember(person, 'held@ipcola.example')
    await person.sees('Logged in, not yet saved')
  }
  await scene.afterwards('A login that the keychain refuses', hold, findings)
  await scene.lookAtFiles()
  const save = async (): Promise<void> => {
    await scene.keyring.unlock()
    await person.press('Save the token')
    await person.isLoggedIn()
  }
  await scene.afterwards('The same when it takes it', save, findings)
  await scene.quit()
}

/** What is held in memory when the program is killed is gone, and left nowhere. */
async function killedWhileHeld(scene: Scene, findings: Findings): Promise<void> {
  const person = await scene.start()
  const hold = async (): Promise<void> => {
    await scene.keyring.lock()
    await logInAndRemember(person, 'lost@ipcola.example')
    await person.sees('Logged in, not yet saved')
  }
  await scene.afterwards('A login that the keychain refuses before a kill', hold, findings)
  await scene.kill()
  await scene.keyring.unlock()
}

async function inMemory(scene: Scene, findings: Findings): Promise<void> {
  const none = await startKeyring({ daemon: 'none' })
  try {
    const person = await scene.start(none.env)
    const work = async (): Promise<void> => {
      await person.press('Keep tokens in memory until Latchkey quits')
      await addRuuvi(person, 'fleeting@ruuvi.example')
      await logInAndRemember(person, 'fleeting@ipcola.example')
      await person.isLoggedIn()
    }
    await scene.afterwards('Logins that are kept in memory', work, findings)
    await scene.quit()
  } finally {
    await none.close()
  }
}
