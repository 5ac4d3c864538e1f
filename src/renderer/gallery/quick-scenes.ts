/** The quick-login window, the palette and the sheet of shortcuts, for the gallery. */
import { fail, ok } from '../../shared/failure'
import type { AttemptView, StepView } from '../../shared/flow'
import { captchaImage } from './captcha-image'
import { realStep } from './material'
import { attempt, fields, step } from './sample-steps'
import { ids } from './sample-ids'
import { servers } from './sample-services'
import { account, accounts, snapshot } from './samples'
import type { Scene } from './scenes'
import { atWork } from './signs'
import { text } from './page-language'

const quick: Scene = { snapshot: snapshot(), window: 'quick-login' }

const many = Array.from({ length: 10_000 }, (_, index) =>
  account(`account-many-${index}`, servers[index % servers.length], {
    label: `Customer number ${index}`,
    email: `person.${index}@mail.example.org`,
    position: index,
    state: index % 7 === 0 ? 'needs-login' : 'ready',
    active: index < servers.length,
    lastUsedAt: index < 20 ? Date.now() - index * 60_000 : 0,
  }),
)

const sampleLogin = step({
  step: 'login',
  title: 'Log in at IPCola',
  text: 'Log in as work@example.org. IPCola shows a picture at each login.',
  fields: [
    { ...fields.email, value: 'work@example.org' },
    fields.password,
    { ...fields.captcha, image: captchaImage },
  ],
  submit: 'Log in',
  actions: [{ id: 'new-captcha', kind: 'new-captcha', label: 'New picture' }],
})
const loginStep = realStep({ adapter: 'ipcola', step: 'login', variant: 'known' }, sampleLogin)

/** A password is asked for, and can be remembered. */
const passwordStep: StepView = { ...loginStep, rememberPassword: false }

/** A remembered password is filled in already. */
const filledStep: StepView = {
  ...loginStep,
  notices: [{ tone: 'info', text: text.passwords.used }],
  fields: loginStep.fields.filter(({ kind }) => kind === 'captcha'),
  actions: [
    ...loginStep.actions,
    { id: '(another-password)', kind: 'switch', label: text.passwords.typeAnother },
  ],
}

const codeStep = realStep(
  { adapter: 'ruuvi', step: 'code' },
  step({
    step: 'code',
    title: 'Enter the code',
    text: 'Ruuvi Cloud mailed a code to work@example.org. It is valid for a few minutes.',
    fields: [fields.code],
    submit: 'Confirm',
    actions: [
      { id: 'resend', kind: 'resend', label: 'Send a new code', availableAt: Date.now() + 45_000 },
    ],
  }),
)

const atIpcola = {
  adapter: ids.adapter('ipcola'),
  server: ids.server('ipcola https://api.ipcola.com'),
  flow: 'login',
  account: ids.account('account-ipcola-2'),
  email: 'work@example.org',
} as const

function asking(view: AttemptView, scene: Pick<Scene, 'window'> = quick): Scene {
  return {
    ...scene,
    snapshot: snapshot({ attempts: [view] }),
    place: { kind: 'attempt', attempt: view.id },
  }
}

const captcha = attempt(loginStep, atIpcola)
const [first] = accounts

export const quickScenes: Readonly<Record<string, Scene>> = {
  'quick-list': quick,
  'quick-none': { ...quick, snapshot: snapshot({ accounts: [] }) },
  'quick-filtered': { ...quick, type: 'se' },
  'quick-many': { ...quick, snapshot: snapshot({ accounts: many }), type: 'customer 7' },
  'quick-no-match': { ...quick, type: 'nobody' },
  'quick-busy': {
    ...quick,
    answers: { 'accounts.quickLogin': () => new Promise(() => undefined) },
    keys: ['ArrowDown', 'Enter'],
    untilThere: atWork,
  },
  'quick-active': {
    ...quick,
    answers: { 'accounts.quickLogin': () => ok({ kind: 'active' }) },
    keys: ['Enter'],
  },
  'quick-failed': {
    ...quick,
    answers: { 'accounts.quickLogin': () => fail('offline') },
    keys: ['ArrowDown', 'Enter'],
  },
  'quick-copied': {
    ...quick,
    answers: { 'accounts.copyToken': () => ok({ clearsAt: Date.now() + 30_000 }) },
    keys: ['Control+c'],
  },
  'quick-captcha': asking(captcha),
  'quick-captcha-wrong': asking({
    ...captcha,
    turn: 2,
    failure: { code: 'captcha-wrong', field: 'captcha' },
  }),
  'quick-password': asking(attempt(passwordStep, atIpcola)),
  'quick-filled': asking(attempt(filledStep, atIpcola)),
  'flow-password': asking(attempt(passwordStep, atIpcola), {}),
  'flow-filled': asking(attempt(filledStep, atIpcola), {}),
  'quick-code': asking(
    attempt(codeStep, { account: ids.account('account-ruuvi-2'), email: 'work@example.org' }),
  ),
  'quick-code-other-failed': {
    ...asking(
      attempt(codeStep, { account: ids.account('account-ruuvi-2'), email: 'work@example.org' }),
    ),
    answers: { 'accounts.quickLogin': () => fail('offline') },
    keys: ['Control+1'],
    until: text.failures.offline.title,
  },
  'quick-blocked': {
    ...quick,
    place: { kind: 'account', account: ids.account('account-cloudreve-2') },
  },
  'quick-keychain': {
    ...quick,
    snapshot: snapshot({
      keychain: { kind: 'locked' },
      accounts: accounts.map((one) => ({ ...one, state: 'keychain-locked' })),
    }),
    ...(first && { place: { kind: 'account', account: first.id } }),
  },
  palette: { snapshot: snapshot(), keys: ['Control+k'] },
  'palette-account': {
    snapshot: snapshot(),
    place: { kind: 'account', account: ids.account('account-cloudreve-1') },
    keys: ['Control+k'],
  },
  'palette-filtered': { snapshot: snapshot(), keys: ['Control+k'], type: 'sh' },
  'palette-many': {
    snapshot: snapshot({ accounts: many }),
    keys: ['Control+k'],
    type: 'customer 7',
  },
  'palette-no-match': { snapshot: snapshot(), keys: ['Control+k'], type: 'nobody' },
  'palette-rename': {
    snapshot: snapshot(),
    place: { kind: 'account', account: ids.account('account-ipcola-1') },
    keys: ['Control+k', ...Array.from(text.palette.account.rename).slice(0, 4), 'Enter'],
  },
  shortcuts: { snapshot: snapshot(), keys: ['?'] },
}
