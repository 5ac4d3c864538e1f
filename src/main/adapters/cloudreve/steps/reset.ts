/** Choosing a new password: asking for the mail, then using the link from it. */
import type { Failure } from '../../../../shared/failure'
import type { NoticeView } from '../../../../shared/flow'
import { available, nextMailAt, tooEarly } from '../../cool-down'
import { sameEmail } from '../../same-email'
import { isUnclear } from '../../unclear'
import { widgetOf } from '../gates'
import { wireOf } from '../operations/call'
import { askReset, resetPassword } from '../operations/user'
import { otherHost, readResetLink } from '../pasted'
import { goOnToLogin } from './go-on'
import {
  afterRefusal,
  captchaActions,
  captchaAnswer,
  captchaFields,
  enterGuarded,
  gatesOf,
  spent,
} from './guard'
import {
  emailFields,
  linkField,
  logInPage,
  newPasswordField,
  notice,
  pointAt,
  siteActions,
  warnings,
} from './parts'
import type {
  CloudreveAnswer,
  CloudreveContext,
  CloudreveMemory,
  CloudreveStepDefinition,
  CloudreveView,
  StepOf,
} from './step'

/** Who asks for a mail. */
interface Asker {
  readonly email: string | undefined
  /** A link that was sent before may have set a password; one more mail does not change that. */
  readonly unsure?: boolean | undefined
}

/** The first step of a reset: asking here, or in the browser where the captcha demands it. */
export async function beginReset(
  asker: Asker,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const read = await gatesOf(memory, context)
  if (!read.ok) return { kind: 'failure', failure: read.failure }
  const widget = widgetOf(read.value.reset)
  const known = { ...memory, gates: read.value, captcha: undefined }
  if (widget === undefined) {
    return { kind: 'step', step: { step: 'ask-reset', ...asker }, memory: known }
  }
  const step = { step: 'reset', ...asker, mail: 'by-browser', captcha: widget } as const
  return { kind: 'step', step, memory: known }
}

export const askResetStep: CloudreveStepDefinition<'ask-reset', 'email' | 'captcha'> = {
  look(step, memory, { words, server }) {
    const { askReset: texts } = words
    return {
      title: texts.title,
      text:
        step.email === undefined ? texts.text(server.name) : texts.known(server.name, step.email),
      fields: [...emailFields(step.email, words), ...captchaFields('reset', memory, words)],
      submit: texts.submit,
      actions: captchaActions('reset', memory, words),
    }
  },
  enter: enterGuarded('reset'),
  async submit(step, values, memory, context) {
    const email = step.email ?? values.email
    const { unsure } = step
    const captcha = captchaAnswer(memory, values.captcha)
    const answer = await ask({ email, unsure }, captcha, memory, context)
    if (answer.kind !== 'failure') return answer
    const shown = [
      ...emailFields(step.email, context.words),
      ...captchaFields('reset', memory, context.words),
    ]
    return { ...answer, failure: pointAt(answer.failure, shown) }
  },
  once: {
    unsure: ({ email, unsure }, typed) => {
      return { step: 'reset', email: email ?? typed, mail: 'unsure', unsure }
    },
  },
}

async function ask(
  asker: Asker & { readonly email: string },
  captcha: ReturnType<typeof captchaAnswer>,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const { email } = asker
  const asked = await askReset(wireOf(context), { email, ...captcha })
  const reset = { step: 'reset', ...asker } as const
  if (asked.ok) {
    const sentAt = context.now()
    const step = { ...reset, mail: 'sent', sentAt, resendAt: nextMailAt(sentAt) } as const
    return { kind: 'step', step, memory: spent(memory) }
  }
  const refused = await afterRefusal('reset', asked.failure, memory, context)
  const { failure, memory: after, widget } = refused
  if (widget) {
    const step = { ...reset, mail: 'by-browser', captcha: widget } as const
    return { kind: 'failure', failure, step, memory: after }
  }
  if (failure.code === 'email-unconfirmed') {
    const step = { step: 'activate', email, mail: 'earlier' } as const
    return { kind: 'failure', failure, step, memory: after }
  }
  if (isUnclear(failure)) {
    const step = { ...reset, mail: 'unsure', resendAt: nextMailAt(context.now()) } as const
    return { kind: 'failure', failure, step, memory: after }
  }
  return { kind: 'failure', failure, memory: after }
}

type ResetStep = StepOf<'reset'>
type ResetField = 'email' | 'link' | 'password'

export const resetStep: CloudreveStepDefinition<'reset', ResetField> = {
  look(step, _memory, view) {
    const { words } = view
    return {
      title: words.reset.title,
      text: intro(step, view),
      notices: warnings(
        step.mail === 'unsure' ? words.reset.mailUnsure : undefined,
        step.unsure ? words.reset.unsure : undefined,
        step.strangeHost === undefined ? undefined : words.strangeHost(step.strangeHost),
      ),
      fields: [
        ...emailFields(step.email, words),
        linkField(words.fields.resetLink, words),
        newPasswordField(words),
      ],
      submit: words.reset.submit,
      actions: [...actionsOf(step, view), ...siteActions(view)],
    }
  },
  submit: (step, values, memory, context) => setPassword(step, values, memory, context),
  actions: {
    resend,
    'try-login': (step, memory, context) => goOnToLogin(step.email, memory, context),
  },
  once: { unsure: (step, email) => ({ ...step, email: step.email ?? email, unsure: true }) },
  site: (_step, view) => logInPage(view),
  waiting: ({ email, mail, unsure }, { words }) =>
    email === undefined || (mail === 'by-browser' && !unsure)
      ? undefined
      : words.reset.waiting(email),
}

function intro({ email, mail, captcha }: ResetStep, { words, server }: CloudreveView): string {
  const { reset } = words
  if (mail === 'by-browser') return reset.inBrowser(server.name, captcha ?? 'unknown')
  return (mail === 'unsure' ? reset.asked : reset.sent)(server.name, email ?? '')
}

function actionsOf(step: ResetStep, { words, now }: CloudreveView) {
  const resendIt = { id: 'resend', kind: 'resend', label: words.actions.resend } as const
  const askAgain = { ...resendIt, ...available(step.resendAt, now()) }
  const tryLogin = { id: 'try-login', kind: 'continue', first: true } as const
  return [
    ...(step.unsure ? [{ ...tryLogin, label: words.actions.tryLogin }] : []),
    ...(step.email === undefined || step.mail === 'by-browser' ? [] : [askAgain]),
  ]
}

async function setPassword(
  step: ResetStep,
  values: Readonly<Record<ResetField, string>>,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const link = readResetLink(values.link)
  if (!link.ok) return { kind: 'failure', failure: link.failure }
  const { words, server } = context
  const { password } = values
  const email = step.email ?? values.email
  const strangeHost = otherHost(link.value, server.baseUrl)
  const { id, secret } = link.value
  const changed = await resetPassword(wireOf(context), { id, secret, password })
  // What is refused now says nothing of an earlier try, so the step stays as unsure as it was.
  const failed = (failure: Failure): CloudreveAnswer => ({
    kind: 'failure',
    failure,
    step: { ...step, strangeHost },
  })
  const chosen = { ...memory, password }
  const warning = strangeHost === undefined ? undefined : words.strangeHost(strangeHost)
  const done = notice(words.reset.done, warning)
  if (changed.ok) {
    const { email: theirs } = changed.value
    if (theirs !== undefined && !sameEmail(theirs, email)) {
      return failed({ code: 'email-mismatch', field: 'link', detail: theirs })
    }
    return goOnToLogin(email, chosen, context, done)
  }
  const { failure } = changed
  if (isUnclear(failure)) {
    const unsure = { ...step, email, strangeHost, unsure: true }
    return { kind: 'failure', failure, step: unsure, memory: chosen }
  }
  if (failure.code === 'code-expired' && step.unsure && memory.password === password) {
    const proof = await proveSet(step, memory, context, done)
    if (proof) return proof
  }
  return failed(pointAt(failure, [linkField('', words)]))
}

/**
 * "Wrong, expired or used" (source service/user/login.go): the unanswered try may have used the link
 * up. A login with the password that it sent changes nothing, and tells if it works. If it does not,
 * nothing is proven, since the site may be out of reach or ask for a captcha first.
 */
async function proveSet(
  { email }: ResetStep,
  memory: CloudreveMemory,
  context: CloudreveContext,
  done: NoticeView | undefined,
): Promise<CloudreveAnswer | undefined> {
  const answer = await goOnToLogin(email, memory, context, done)
  const proven =
    answer.kind === 'signed-in' || (answer.kind === 'step' && answer.step.step === 'second-factor')
  return proven ? answer : undefined
}

/** Asks for the mail again; where that takes a captcha, on the step that asks for one. */
async function resend(
  step: ResetStep,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const { email, unsure } = step
  const early = tooEarly(step.resendAt, context.now())
  if (early) return { kind: 'failure', failure: early }
  const begun = await beginReset({ email, unsure }, memory, context)
  if (begun.kind !== 'step' || begun.memory?.gates?.reset !== 'none' || email === undefined) {
    return begun
  }
  return ask({ email, unsure }, captchaAnswer(begun.memory, ''), begun.memory, context)
}
