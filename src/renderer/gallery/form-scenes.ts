/** What forms say while somebody fills them in, and what is told of a removal. */
import type { StepView } from '../../shared/flow'
import type { Removal } from '../../shared/removal'
import { text } from './page-language'
import { realField } from './material'
import { attempt, fields as samples } from './sample-steps'
import { signUp } from './service-steps'
import { ids } from './sample-ids'
import { accounts, snapshot } from './samples'
import type { Scene } from './scenes'
import { atWork } from './signs'

/** Long enough to look at the picture; the program gives ten seconds. */
const pictureMs = 9_500

/** An account that is off the list and can be had back. For the gallery and for tests. */
export function waitingRemoval(more: Partial<Extract<Removal, { kind: 'waiting' }>> = {}): Removal {
  return {
    kind: 'waiting',
    account: ids.account('account-cloudreve-1'),
    adapter: ids.adapter('cloudreve'),
    email: 'anna@example.org',
    label: 'Family',
    hasToken: true,
    endsAt: Date.now() + pictureMs,
    ...more,
  }
}

/** An account that could not be removed and is in the list again. For the gallery and for tests. */
export const failedRemoval: Extract<Removal, { kind: 'failed' }> = {
  kind: 'failed',
  account: ids.account('account-cloudreve-1'),
  adapter: ids.adapter('cloudreve'),
  email: 'anna@example.org',
  label: 'Family',
  failure: { code: 'offline' },
}

function removed(...removals: readonly Removal[]): Scene {
  const away = removals.flatMap((one) => (one.kind === 'waiting' ? [one.account] : []))
  return {
    snapshot: snapshot({
      accounts: accounts.filter(({ id }) => !away.includes(id)),
      removals: [...removals],
    }),
  }
}

const fields = {
  email: realField(samples.email, 'cloudreve'),
  password: realField(samples.password, 'cloudreve'),
  newPassword: realField(samples.newPassword, 'cloudreve'),
}
const atSite = {
  adapter: ids.adapter('cloudreve'),
  server: ids.server('cloudreve https://files.example.org'),
}

function form(view: Partial<StepView>, more: Omit<Scene, 'snapshot' | 'place'> = {}): Scene {
  const shown = attempt({ ...signUp, ...view }, atSite)
  return {
    snapshot: snapshot({ attempts: [shown] }),
    place: { kind: 'attempt', attempt: shown.id },
    ...more,
  }
}

const choosing = { fields: [fields.email, fields.newPassword] }

export const formScenes: Readonly<Record<string, Scene>> = {
  'form-mail-typo': form(
    { fields: [fields.email, fields.password] },
    { typeInto: [fields.email.label, 'kim@gmial.com'], keys: ['Tab'] },
  ),
  'form-strength-weak': form(choosing, {
    typeInto: [fields.newPassword.label, 'Summer2024!'],
    until: text.passwords.strengths.weak,
  }),
  'form-strength-strong': form(choosing, {
    typeInto: [fields.newPassword.label, 'grey otters climb slowly'],
    until: text.passwords.strengths.strong,
  }),
  'form-generator': form(choosing, { press: [text.passwords.make] }),
  'form-generator-easy': form(choosing, { press: [text.passwords.make, text.passwords.easy] }),
  'form-caps-lock': form({ fields: [fields.password] }, { type: 'SUMMER', capsLock: true }),
  'form-busy': {
    snapshot: snapshot({
      attempts: [attempt({ ...signUp, ...choosing }, { ...atSite, busy: 'submit' })],
    }),
    place: { kind: 'attempt', attempt: ids.attempt('attempt-1') },
    untilThere: atWork,
    subject: { selector: '.step-submit' },
  },
  'removal-undo': removed(waitingRemoval()),
  'removal-undo-several': removed(
    waitingRemoval(),
    waitingRemoval({
      account: ids.account('account-ruuvi-1'),
      adapter: ids.adapter('ruuvi'),
      email: 'home@example.org',
      label: 'Home',
    }),
  ),
  'removal-undo-many': removed(
    ...accounts
      .slice(0, 5)
      .map(({ id, adapter, email, label }) =>
        waitingRemoval({ account: id, adapter, email, label }),
      ),
  ),
  'removal-failed': removed(failedRemoval),
  'removal-failed-here': removed({ ...failedRemoval, failure: { code: 'keychain-locked' } }),
}
