/** The lock for the gallery: the window that unlocks, the settings, and what the main window tells. */
import { fail, ok } from '../../shared/failure'
import type { LockView } from '../../shared/lock'
import { veilSnapshot } from '../../shared/veil'
import { ids } from './sample-ids'
import { snapshot } from './samples'
import { atWork } from './signs'
import type { Scene } from './scenes'
import { text } from './page-language'

const words = text.lock
const { strengths } = text.passphrase
/** A text, key by key. */
const typed = (text: string) => Array.from(text)
const never = () => new Promise<never>(() => undefined)

function unlock(lock: Partial<Extract<LockView, { kind: 'locked' }>>, more: Partial<Scene> = {}) {
  const locked: LockView = { kind: 'locked', failedTries: 0, ...lock }
  return { snapshot: veilSnapshot(snapshot({ lock: locked })), window: 'unlock', ...more } as const
}

function settings(lock: LockView, more: Partial<Scene> = {}) {
  const subject = { heading: words.title }
  return { snapshot: snapshot({ lock }), window: 'settings', subject, ...more } as const
}

/** The form for a new passphrase, with something typed in it. */
function setting(passphrase: string, more: Partial<Scene> = {}) {
  const press = [words.off.begin]
  return settings({ kind: 'off' }, { press, keys: typed(passphrase), ...more })
}

const sealing: LockView = { kind: 'resealing', to: 'sealed', done: 151, total: 240 }
const stopped: LockView = {
  kind: 'stopped',
  ...{ to: 'sealed', done: 151, total: 240 },
  failure: { code: 'keychain-locked' },
  account: ids.account('account-ipcola-1'),
}

export const lockScenes: Readonly<Record<string, Scene>> = {
  unlock: unlock({}),
  'unlock-wrong': unlock(
    {},
    {
      answers: { 'lock.unlock': () => fail('wrong-passphrase', { field: 'passphrase' }) },
      keys: [...typed('not the one'), 'Enter'],
    },
  ),
  'unlock-waiting': unlock(
    { failedTries: 4, retryAt: Date.now() + 8_000 },
    {
      answers: {
        'lock.unlock': () =>
          fail('wrong-passphrase', { field: 'passphrase', retryAt: Date.now() + 8_000 }),
      },
    },
  ),
  'unlock-long-wait': unlock({ failedTries: 12, retryAt: Date.now() + 15 * 60_000 }),
  'unlock-busy': unlock(
    {},
    {
      answers: { 'lock.unlock': never },
      keys: [...typed('hovgarden at dusk'), 'Enter'],
      untilThere: atWork,
    },
  ),
  'unlock-forgotten': unlock({}, { press: [words.unlock.forgotten] }),
  'unlock-opened': { snapshot: snapshot({ lock: { kind: 'open' } }), window: 'unlock' },
  'locked-elsewhere': { snapshot: veilSnapshot(unlock({}).snapshot) },

  'lock-off': settings({ kind: 'off' }),
  'lock-set': settings({ kind: 'off' }, { press: [words.off.begin] }),
  'lock-set-short': setting('short', { keys: [...typed('short'), 'Enter'] }),
  'lock-set-long': setting('', { type: 'long '.repeat(110) }),
  'lock-set-common': setting('password1', {
    answers: {
      'lock.turnOn': () => fail('invalid-input', { field: 'passphrase', detail: 'common' }),
    },
    keys: [...typed('password1'), 'Enter'],
  }),
  'lock-strength-common': setting('password1', { until: strengths.common }),
  'lock-strength-weak': setting('Summer2024!', { until: strengths.weak }),
  'lock-strength-fair': setting('kX9#mQ2v', { until: strengths.fair }),
  'lock-strength-good': setting('tr0ub4dor&3', { until: strengths.good }),
  'lock-strength-strong': setting('grey otters climb slowly', { until: strengths.strong }),
  'lock-on': settings({ kind: 'open' }),
  'lock-old-copy': settings({ kind: 'open', oldCopy: true }),
  'lock-change': settings({ kind: 'open' }, { press: [words.open.change] }),
  'lock-changed': settings(
    { kind: 'open' },
    {
      answers: { 'lock.change': () => ok(null) },
      press: [words.open.change],
      keys: [...typed('hovgarden at dusk'), 'Tab', 'Tab', ...typed('grey otters climb'), 'Enter'],
    },
  ),
  'lock-remove': settings({ kind: 'open' }, { press: [words.open.turnOff] }),
  'lock-remove-wrong': settings(
    { kind: 'open' },
    {
      answers: {
        'lock.turnOff': () =>
          fail('wrong-passphrase', { field: 'passphrase', retryAt: Date.now() + 8_000 }),
      },
      press: [words.open.turnOff],
      keys: [...typed('not the one'), 'Enter'],
    },
  ),
  'lock-sealing': settings(sealing),
  'lock-stopped': settings(stopped),
  'lock-opening': settings({ ...sealing, to: 'clear' }),
  'lock-opening-stopped': settings({ kind: 'stopped', to: 'clear', done: 151, total: 240 }),
  'home-sealing': { snapshot: snapshot({ lock: sealing }) },
  'home-sealing-stopped': { snapshot: snapshot({ lock: stopped }) },
}
