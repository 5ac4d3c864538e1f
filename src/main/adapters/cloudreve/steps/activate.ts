/** Activating an account by the link from its mail, and asking for that mail again. */
import type { Failure } from '../../../../shared/failure'
import type { ActionView } from '../../../../shared/flow'
import { available, tooEarly } from '../../cool-down'
import { sameEmail } from '../../same-email'
import { isUnclear } from '../../unclear'
import { widgetOf } from '../gates'
import { wireOf } from '../operations/call'
import { activate } from '../operations/user'
import { otherHost, readActivationLink } from '../pasted'
import { goOnToLogin } from './go-on'
import { gatesOf } from './guard'
import { emailFields, linkField, notice, siteActions, logInPage, pointAt, warnings } from './parts'
import { sendAgain } from './resend'
import type {
  CloudreveAnswer,
  CloudreveContext,
  CloudreveMemory,
  CloudreveStepDefinition,
  CloudreveView,
  StepOf,
} from './step'

type ActivateStep = StepOf<'activate'>

export const activateStep: CloudreveStepDefinition<'activate', 'email' | 'link'> = {
  look(step, _memory, view) {
    const { words } = view
    return {
      title: words.activate.title,
      text: intro(step, view),
      notices: warnings(
        step.mail === 'sent-again' ? words.activate.firstPasswordStays : undefined,
        step.mail === 'unsure' ? words.activate.mailUnsure : undefined,
        step.unsure ? words.activate.unsure : undefined,
        step.strangeHost === undefined ? undefined : words.strangeHost(step.strangeHost),
      ),
      fields: [...emailFields(step.email, words), linkField(words.fields.activationLink, words)],
      submit: words.activate.submit,
      actions: [
        step.unsure
          ? { id: 'opened', kind: 'continue', label: words.actions.tryLogin, first: true }
          : { id: 'opened', kind: 'continue', label: words.actions.opened },
        ...resendAction(step, view),
        ...siteActions(view),
      ],
    }
  },
  submit: (step, values, memory, context) =>
    openLink(step, step.email ?? values.email, values.link, memory, context),
  actions: { opened, resend },
  once: { unsure: (step, email) => ({ ...step, email: step.email ?? email, unsure: true }) },
  site: (_step, view) => logInPage(view),
  waiting: ({ email }, { words }) => email && words.activate.waiting(email),
}

function intro({ email, mail }: ActivateStep, { words, server }: CloudreveView): string {
  const { activate: texts } = words
  if (email === undefined) return texts.unknown(server.name)
  switch (mail) {
    case 'sent':
      return texts.sent(server.name, email)
    case 'unsure':
      return texts.asked(server.name, email)
    case 'sent-again':
      return texts.sentAgain(server.name, email)
    case 'failed':
      return texts.mailFailed(email)
    case 'earlier':
      return texts.earlier(server.name, email)
  }
}

function resendAction(step: ActivateStep, { words, now }: CloudreveView): ActionView[] {
  const { email, mail, resendAt } = step
  if (email === undefined) return []
  const action = { id: 'resend', kind: 'resend', label: words.actions.resend } as const
  // There is no link to paste where no mail was sent.
  if (mail === 'failed') return [{ ...action, first: true }]
  return [{ ...action, ...available(resendAt, now()) }]
}

async function openLink(
  step: ActivateStep,
  email: string,
  pasted: string,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const link = readActivationLink(pasted)
  if (!link.ok) return { kind: 'failure', failure: link.failure }
  const { words, server } = context
  const strangeHost = otherHost(link.value, server.baseUrl)
  const activated = await activate(wireOf(context), link.value)
  // What is refused now says nothing of an earlier try, so the step stays as unsure as it was.
  const failed = (failure: Failure): CloudreveAnswer => ({
    kind: 'failure',
    failure,
    step: { ...step, strangeHost },
  })
  const warning = strangeHost === undefined ? undefined : words.strangeHost(strangeHost)
  if (activated.ok) {
    const { email: theirs } = activated.value
    if (theirs !== undefined && !sameEmail(theirs, email)) {
      return failed({ code: 'email-mismatch', field: 'link', detail: theirs })
    }
    return goOnToLogin(email, memory, context, notice(words.activate.done, warning))
  }
  const { failure } = activated
  if (failure.code === 'already-verified') {
    return goOnToLogin(email, memory, context, notice(words.activate.already, warning))
  }
  if (isUnclear(failure)) {
    return { kind: 'failure', failure, step: { ...step, email, strangeHost, unsure: true } }
  }
  return failed(pointAt(failure, [linkField('', words)]))
}

/** "I opened it": the login tells whether that is so. */
async function opened(
  step: ActivateStep,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const answer = await goOnToLogin(step.email, memory, context)
  const inactive = answer.kind === 'failure' && answer.failure.code === 'email-unconfirmed'
  return inactive ? { ...answer, step: { ...step, unsure: undefined } } : answer
}

/**
 * Sends the mail again by repeating the sign-up. What that needs and is no longer known (a password
 * after a restart, a captcha) is asked for on a step of its own.
 */
async function resend(
  step: ActivateStep,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const { email } = step
  const early = tooEarly(step.resendAt, context.now())
  if (early) return { kind: 'failure', failure: early }
  if (email === undefined) return { kind: 'step', step }
  const gates = await gatesOf(memory, context)
  if (!gates.ok) return { kind: 'failure', failure: gates.failure }
  const known = { ...memory, gates: gates.value }
  const widget = widgetOf(gates.value.signUp)
  if (widget) {
    return { kind: 'failure', failure: { code: 'captcha-needs-browser', detail: widget } }
  }
  if (memory.signUp === undefined || gates.value.signUp === 'image') {
    return { kind: 'step', step: { ...step, step: 'resend', email }, memory: known }
  }
  return sendAgain({ email, ...memory.signUp, captcha: '', ticket: '' }, known, context)
}
