/** A keychain that is locked: when the app starts, while it runs, and with a person who says no. */
import type { Outcome } from '../fault'
import { atDesk, type Desk } from './desk'

const locked = {
  title: 'The keychain is locked',
  remedy: /Unlock it in “Passwords and Keys”/,
  offers: 'Try again',
}
const asking = {
  title: 'Your system is asking for permission',
  remedy: /it may be behind other windows/,
  offers: 'Cancel',
}
const refused = {
  title: 'Access to the keychain was refused',
  remedy: /Latchkey will not ask again by itself/,
  offers: 'Ask again',
}

/** Notes unless the system has asked the person just so often, in all. */
async function promptsSoFar({ keyring, findings }: Desk, count: number): Promise<void> {
  const { shown } = await keyring.prompter()
  findings.check(shown === count, `the system asked ${shown} times, not ${count}`)
}

/** Has the prompt that is shown next, or now, answered with the keyring's password. */
async function typePassword({ keyring }: Desk): Promise<void> {
  const prompter = await keyring.prompter()
  prompter.answer({ password: keyring.password })
}

export function lockedAtStart(): Promise<Outcome> {
  const before: NonNullable<Parameters<typeof atDesk>[0]['before']> = async (keyring) => {
    await keyring.prompter()
    await keyring.lock()
  }
  return atDesk({ before }, async (desk) => {
    const { person, keyring, old } = desk
    const prompter = await keyring.prompter()
    await person.keychainIs('Locked', locked)
    await person.accountIs(old.email, /Keychain locked/)
    await promptsSoFar(desk, 0)
    await person.pressInNotice(locked.title, 'Try again')
    await prompter.until('shown', 1)
    await person.keychainIs('Asking you', asking)
    await typePassword(desk)
    await person.isWellAgain(old, 'later@ruuvi.example')
    await promptsSoFar(desk, 1)
    return 'started with a locked keyring; the person was asked once, when they wanted it, and unlocked it'
  })
}

export function lockedWhileRunning(): Promise<Outcome> {
  return atDesk({}, async (desk) => {
    const { person, keyring, old } = desk
    const prompter = await keyring.prompter()
    await person.keychainIs('Ready')
    await keyring.lock()
    await person.keychainIs('Locked', locked)
    await person.accountIs(old.email, /Keychain locked/)
    await keyring.unlock()
    await person.keychainIs('Ready')
    await person.copies(old)
    await keyring.lock()
    await person.keychainIs('Locked', locked)
    await promptsSoFar(desk, 0)
    await person.spendsACode('early@ruuvi.example')
    await prompter.until('shown', 1)
    await person.keychainIs('Asking you', asking)
    await person.press('Stop')
    await person.isHeld('early@ruuvi.example', 'Stopped')
    await keyring.unlock()
    // Who has stopped at the prompt is taken at their word: nothing is asked of the keychain by itself.
    await person.press('Save the token')
    await person.endsLogin('early@ruuvi.example')
    await person.isWellAgain(old, 'later@ruuvi.example')
    await promptsSoFar(desk, 1)
    return 'locked twice while it ran, a login stopped at the prompt, unlocked in the desktop'
  })
}

export function promptDismissed(): Promise<Outcome> {
  return atDesk({}, async (desk) => {
    const { person, keyring, old } = desk
    const prompter = await keyring.prompter()
    await person.keychainIs('Ready')
    await keyring.lock()
    await person.keychainIs('Locked', locked)
    prompter.answer('dismiss')
    await person.spendsACode('early@ruuvi.example')
    await person.isHeld('early@ruuvi.example', 'Your system refused access to the keychain')
    await person.keychainIs('Refused', refused)
    await person.accountIs(old.email, /Keychain locked/)
    await promptsSoFar(desk, 1)
    // Whoever only looks around is not asked again.
    await person.openAccount(old.email)
    await promptsSoFar(desk, 1)
    prompter.answer('wait')
    await person.pressInNotice(refused.title, 'Ask again')
    await prompter.until('shown', 2)
    await person.pressInNotice(asking.title, 'Cancel')
    await person.keychainIs('Refused', refused)
    await promptsSoFar(desk, 2)
    await typePassword(desk)
    await prompter.until('closed', 2)
    await person.pressInNotice(refused.title, 'Ask again')
    await person.keychainIs('Ready')
    // The token that had to wait is stored by itself, though nobody looks at its login any more.
    await person.accountIs('early@ruuvi.example', /Ready/)
    await person.hasItsToken('early@ruuvi.example')
    await person.isWellAgain(old, 'later@ruuvi.example')
    await promptsSoFar(desk, 2)
    return 'a prompt dismissed in the desktop, the next one given up in the window, then answered'
  })
}
