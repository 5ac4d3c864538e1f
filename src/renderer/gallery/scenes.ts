/** Every screen in the states that are worth looking at, each by its name. */
import type { Snapshot, WindowKind } from '../../shared/contract'
import { fail, failureCodes, ok, type Failure } from '../../shared/failure'
import type { AttemptView } from '../../shared/flow'
import { defaultSettings } from '../../shared/settings'
import type { Place } from '../stores/ui'
import type { FakeAnswers } from './fake-bridge'
import { realStep } from './material'
import { backupScenes } from './backup-scenes'
import { formScenes } from './form-scenes'
import { keychainScenes } from './keychain-scenes'
import { lockScenes } from './lock-scenes'
import { manyScenes } from './many-scenes'
import { quickScenes } from './quick-scenes'
import { accountScenes } from './account-scenes'
import { privacyScenes } from './privacy-scenes'
import { attempt, fields, step } from './sample-steps'
import { codeStep, everyField, loginStep } from './service-steps'
import { answerable, atWork } from './signs'
import { stepScenes } from './step-scenes'
import { trustScenes } from './trust-scenes'
import { ids } from './sample-ids'
import { servers } from './sample-services'
import { accounts, desktop, scriptQuestion, settings, snapshot } from './samples'
import { text } from './page-language'

export interface Scene {
  readonly snapshot: Snapshot
  /** Which window it is; the main one unless said otherwise. */
  readonly window?: WindowKind
  readonly place?: Place
  readonly answers?: FakeAnswers
  /** A field by its label, and what to type into it before anything is pressed. */
  readonly typeInto?: readonly [label: string, text: string]
  /** What to press, by its name, once the screen is drawn. */
  readonly press?: readonly string[]
  /** What to press on the keyboard after that, and then to type. */
  readonly keys?: readonly string[]
  readonly type?: string
  /** Whether a key is then pressed with Caps Lock on. */
  readonly capsLock?: true
  /** Words that have to be there before the picture is taken: those that come late. */
  readonly until?: string
  /** A selector of what has to be there by then and has no words, such as a sign that something runs. */
  readonly untilThere?: string
  /**
   * What the scene is about: scrolled to where the window shows a part of its page. Where something is
   * pressed, the page stays where that has brought it.
   */
  readonly subject?: { readonly heading: string } | { readonly selector: string }
}

const first = accounts[0] ?? failScene()
const chromium: Snapshot['surroundings'] = {
  host: 'chromium',
  platform: 'linux',
  version: '0.1.0',
  mailbox: 'http://127.0.0.1:1',
}

function failScene(): never {
  throw new Error('The samples are empty.')
}

function flowScene(view: AttemptView, more: Partial<Snapshot> = {}): Scene {
  return {
    snapshot: snapshot({ attempts: [view], ...more }),
    place: { kind: 'attempt', attempt: view.id },
  }
}

function accountScene(id: string): Scene {
  return { snapshot: snapshot(), place: { kind: 'account', account: ids.account(id) } }
}

const atSite = {
  adapter: ids.adapter('cloudreve'),
  server: ids.server('cloudreve https://files.example.org'),
}
const work = { email: 'work@example.org', account: ids.account('account-ruuvi-2') }
const atIpcola = {
  adapter: ids.adapter('ipcola'),
  server: ids.server('ipcola https://api.ipcola.com'),
  flow: 'login',
} as const

/** A failure as it comes with everything that can be known about it. */
function failureOf(code: Failure['code']): Failure {
  return {
    code,
    ...(code === 'rate-limited' ? { retryAt: Date.now() + 90_000 } : {}),
    ...(code === 'service-error' ? { detail: 'captcha invalid', serviceCode: '-17' } : {}),
    ...(code === 'internal' ? { correlationId: 'a3f9-20c1' } : {}),
    ...(code === 'wrong-code' || code === 'code-expired' ? { field: 'code' } : {}),
  }
}

const failures = Object.fromEntries(
  failureCodes.map((code) => [
    `failure-${code}`,
    flowScene(attempt(codeStep, { ...work, turn: 2, failure: failureOf(code) })),
  ]),
)

const scripts = { window: 'settings', subject: { heading: text.scripts.title } } as const

const scriptScenes: Record<string, Scene> = {
  'scripts-off': { snapshot: snapshot(), ...scripts },
  'scripts-ask': {
    snapshot: snapshot({
      settings: {
        ...settings,
        scripts: 'ask',
        allowedPrograms: ['/home/anna/bin/report.sh (bash)'],
      },
      desktop: { ...desktop, scriptCommand: 'node /home/anna/latchkey/scripts/latchkey.mjs' },
    }),
    ...scripts,
  },
  'scripts-problem': {
    snapshot: snapshot({
      settings: { ...settings, scripts: 'on' },
      desktop: { ...desktop, scriptsProblem: 'open-to-others: /home/anna/.config/Latchkey/run' },
    }),
    ...scripts,
  },
  'script-question': {
    snapshot: snapshot({
      scriptQuestions: [
        scriptQuestion('/home/anna/bin/deploy to the server.sh (bash)', 'token'),
        scriptQuestion('/usr/bin/curl', 'switch'),
      ],
    }),
    untilThere: answerable,
  },
  'script-question-switch': {
    snapshot: snapshot({ scriptQuestions: [scriptQuestion('/usr/bin/fish', 'switch')] }),
    untilThere: answerable,
  },
  // As long as it cannot be allowed.
  'script-question-new': {
    snapshot: snapshot({ scriptQuestions: [scriptQuestion('/usr/bin/curl', 'token')] }),
  },
}

export const scenes: Readonly<Record<string, Scene>> = {
  'first-start': { snapshot: snapshot({ accounts: [], surroundings: chromium }) },
  'cannot-open': {
    snapshot: snapshot(),
    answers: { 'state.snapshot': () => fail('internal') },
  },
  home: { snapshot: snapshot() },
  'home-checking': {
    snapshot: snapshot({
      checkAll: {
        kind: 'running',
        ...{ total: 240, done: 151, startedAt: Date.now() - 4_000 },
        found: { ready: 140, 'needs-login': 3, unreachable: 8 },
        pauses: servers.slice(0, 1).map(({ id }) => ({ server: id, until: Date.now() + 90_000 })),
      },
    }),
  },
  'home-checked': {
    snapshot: snapshot({
      accounts: accounts.map((account, index) =>
        index === 0 ? { ...account, tokenExpiresAt: Date.now() + 5 * 3_600_000 } : account,
      ),
      checkAll: {
        kind: 'ended',
        ...{ total: 240, done: 240, startedAt: Date.now() - 8_000, endedAt: Date.now() },
        found: { ready: 221, 'needs-login': 3, blocked: 1, 'keychain-locked': 2, unreachable: 13 },
        cancelled: false,
      },
    }),
  },
  'home-one': { snapshot: snapshot({ accounts: [first], surroundings: chromium }) },
  'account-ready': accountScene('account-ipcola-1'),
  'account-needs-login': accountScene('account-ipcola-2'),
  'account-waiting': accountScene('account-ruuvi-2'),
  'account-unreachable': accountScene('account-ruuvi-3'),
  'account-blocked': accountScene('account-cloudreve-2'),
  'account-expiring': accountScene('account-cloudreve-1'),
  'account-gone': accountScene('account-none'),
  'account-menu': { ...accountScene('account-cloudreve-1'), press: [text.accounts.more] },
  'account-rename': { ...accountScene('account-ipcola-1'), press: [text.describing.open] },
  'account-copied': {
    ...accountScene('account-ipcola-1'),
    answers: { 'accounts.copyToken': () => ok({ clearsAt: Date.now() + 30_000 }) },
    press: [text.accounts.copyToken],
  },
  'account-failed': {
    ...accountScene('account-ruuvi-3'),
    answers: { 'accounts.check': () => fail('offline') },
    press: [text.accounts.check],
  },
  'add-service': { snapshot: snapshot(), place: { kind: 'add' } },
  'add-ruuvi': { snapshot: snapshot(), place: { kind: 'add', adapter: ids.adapter('ruuvi') } },
  'add-ipcola': { snapshot: snapshot(), place: { kind: 'add', adapter: ids.adapter('ipcola') } },
  'add-cloudreve': {
    snapshot: snapshot(),
    place: { kind: 'add', adapter: ids.adapter('cloudreve') },
  },
  'add-first-site': {
    snapshot: snapshot({ servers: servers.slice(0, 3), accounts: accounts.slice(0, 3) }),
    place: { kind: 'add', adapter: ids.adapter('cloudreve') },
    press: [text.add.addressSubmit],
  },
  'flow-email': flowScene(
    attempt(realStep({ adapter: 'ruuvi', step: 'email' }, step({ fields: [fields.email] }))),
  ),
  'flow-code': flowScene(attempt(codeStep, work)),
  'flow-login': flowScene(attempt(loginStep, atIpcola)),
  'flow-every-field': flowScene(attempt(everyField, atSite)),
  'flow-wrong-fields': { ...flowScene(attempt(everyField, atSite)), press: [everyField.submit] },
  'flow-busy': {
    ...flowScene(attempt(loginStep, { ...atIpcola, busy: 'submit' })),
    untilThere: atWork,
    subject: { selector: '.step-submit' },
  },
  'flow-done': flowScene(
    attempt(codeStep, {
      ...work,
      phase: {
        kind: 'done',
        account: ids.account('account-ruuvi-2'),
        ...text.flow.outcome,
        notices: [],
      },
    }),
  ),
  'flow-ended': { snapshot: snapshot(), place: { kind: 'attempt', attempt: ids.attempt('gone') } },
  settings: { snapshot: snapshot({ surroundings: chromium }), window: 'settings' },
  'settings-set': {
    snapshot: snapshot({
      settings: {
        ...defaultSettings,
        quickLoginShortcut: 'Control+Shift+L',
        whenClosed: 'keep-running',
        startAtLogin: true,
      },
      desktop: { tray: 'missing', canStartAtLogin: true, shortcutProblem: 'taken' },
    }),
    window: 'settings',
    subject: { heading: text.settings.quickLogin },
  },
  'settings-wayland': {
    snapshot: snapshot({
      settings: { ...defaultSettings, quickLoginShortcut: 'Control+Shift+L' },
      desktop: { ...desktop, quickLoginCommand: '/opt/Latchkey/latchkey --quick-login' },
    }),
    window: 'settings',
    subject: { heading: text.settings.quickLogin },
  },
  'settings-update-ready': {
    snapshot: snapshot({ desktop: { ...desktop, updates: { kind: 'ready', version: '0.2.0' } } }),
    window: 'settings',
    subject: { heading: text.settings.about },
  },
  'settings-update-failed': {
    snapshot: snapshot({
      desktop: { ...desktop, updates: { kind: 'failed', reason: 'net::ERR_NAME_NOT_RESOLVED' } },
    }),
    window: 'settings',
    subject: { heading: text.settings.about },
  },
  'settings-recording': {
    snapshot: snapshot(),
    window: 'settings',
    press: [text.settings.shortcutRecord],
  },
  ...scriptScenes,
  ...keychainScenes,
  ...quickScenes,
  ...accountScenes,
  ...lockScenes,
  ...privacyScenes,
  ...backupScenes,
  ...manyScenes,
  ...trustScenes,
  ...formScenes,
  ...stepScenes,
  ...failures,
}
