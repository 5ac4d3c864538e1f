import type { Failure } from '../../../../shared/failure'
import type { ActionView, NoticeView } from '../../../../shared/flow'
import { sentences } from '../../../../shared/text/sentences'
import type { Answer, Context, ViewContext } from '../../adapter'
import { available, nextMailAt, tooEarly } from '../../cool-down'
import { sameEmail } from '../../same-email'
import { isUnclear } from '../../unclear'
import { requestCode, verifyCode, type Verified } from '../operations'
import { pastedCode, type PastedCode } from '../pasted'
import { endSession } from '../session'
import type { RuuviMemory, RuuviStep, RuuviStepDefinition } from '../step'
import type { RuuviWords } from '../text/en'
import { emailField } from './email'

type CodeStep = Extract<RuuviStep, { readonly step: 'code' }>
type CodeAnswer = Answer<RuuviStep, RuuviMemory>

/** Room for a whole link: mail clients wrap links in their own. */
const linkLimit = 4_000

/** Takes the code and exchanges it for a token. The code is used up by the first try. */
export const codeStep: RuuviStepDefinition<'code', 'email' | 'code'> = {
  look(step, _memory, { words, now }) {
    const { fields, code } = words
    return {
      title: code.title,
      text: sentences(intro(step, words), code.linkUsesUp),
      notices: notices(step, words),
      fields: [
        ...(step.email === undefined ? [emailField(words)] : []),
        {
          kind: 'code',
          name: 'code',
          label: fields.code,
          hint: fields.codeHint,
          required: true,
          length: 4,
          maxLength: linkLimit,
        },
      ],
      submit: code.submit,
      actions: [action(step, words, now())],
    }
  },
  async submit(step, values, _memory, context) {
    const pasted = pastedCode(values.code)
    if (!pasted) return failed({ code: 'invalid-input', field: 'code' })
    const verified = await verifyCode(context, pasted.code)
    const email = step.email ?? values.email
    if (!verified.ok) {
      return failed(verified.failure, afterFailure(step, email, pasted, verified.failure))
    }
    if (!sameEmail(email, verified.value.email)) {
      return refuseStranger(step, pasted, verified.value, context)
    }
    return {
      kind: 'signed-in',
      email,
      session: { access: verified.value.accessToken },
      notice: doneNotice(verified.value, pasted, context),
    }
  },
  actions: {
    resend: (step, _memory, context) => resend(step, context),
    ask: () => Promise.resolve({ kind: 'step', step: { step: 'email' } }),
  },
  once: { unsure: (step, email) => ({ ...step, email: step.email ?? email, unsure: 'code' }) },
  waiting({ email, sentAt, asked, unsure }, { words }) {
    if (email === undefined) return undefined
    if (sentAt !== undefined) return words.waiting.sent(email)
    return (asked ?? unsure) === undefined ? undefined : words.waiting.unsure(email)
  },
}

function failed(failure: Failure, step?: RuuviStep): CodeAnswer {
  return step ? { kind: 'failure', failure, step } : { kind: 'failure', failure }
}

/**
 * Where the person stands after a failed exchange. The server of 2022 marks a code as used before it
 * does anything else (UserApi/verifyUser.js), so after an error of its own or an answer that cannot
 * be read the code may be gone, and the address that was typed may have an account now.
 */
function afterFailure(
  step: CodeStep,
  email: string | undefined,
  { strangeHost }: PastedCode,
  failure: Failure,
): CodeStep {
  // A step that was kept by an earlier version has no `asked`.
  const asked = step.asked ?? (step.unsure === 'mail' ? true : undefined)
  if (isUnclear(failure) || failure.code === 'service-error')
    return { ...step, email, strangeHost, asked, unsure: 'code' }
  return { ...step, strangeHost, asked, unsure: step.unsure === 'mail' ? 'mail' : undefined }
}

/**
 * The code was another address's. Its token is refused, as Ruuvi's iOS app does
 * (SignInPresenter.swift), and the session that it opened is ended so that none is left lying about;
 * whether that succeeds changes nothing for the person.
 */
async function refuseStranger(
  step: CodeStep,
  pasted: PastedCode,
  { email, accessToken }: Verified,
  context: Context<RuuviWords>,
): Promise<CodeAnswer> {
  await endSession(context, accessToken)
  const failure: Failure = { code: 'email-mismatch', field: 'code', detail: email }
  return failed(failure, afterFailure(step, step.email, pasted, failure))
}

async function resend(step: CodeStep, context: Context<RuuviWords>): Promise<CodeAnswer> {
  const { email } = step
  if (email === undefined) return { kind: 'step', step: { step: 'email' } }
  const early = tooEarly(step.resendAt, context.now())
  if (early) return failed(early)
  const sent = await requestCode(context, email)
  const now = context.now()
  const resendAt = nextMailAt(now)
  if (sent.ok) {
    const text = context.words.code.sentAgain(email)
    return {
      kind: 'step',
      step: { step: 'code', email, sentAt: now, resendAt },
      notice: { tone: 'good', text },
    }
  }
  const { failure } = sent
  if (isUnclear(failure)) return failed(failure, { ...step, resendAt, asked: true, unsure: 'mail' })
  if (failure.code !== 'rate-limited') return failed(failure)
  return failed(failure, { ...step, resendAt: failure.retryAt ?? resendAt })
}

function intro({ email, sentAt, asked, unsure }: CodeStep, { code }: RuuviWords): string {
  if (email === undefined) return code.unknown
  if (sentAt !== undefined && unsure !== 'mail') return code.sent(email)
  return asked || unsure === 'mail' ? code.asked(email) : code.notSent(email)
}

function notices({ unsure, strangeHost }: CodeStep, { code }: RuuviWords): NoticeView[] {
  const texts = [
    unsure === 'mail' ? code.mailUnsure : undefined,
    unsure === 'code' ? code.codeUnsure : undefined,
    strangeHost === undefined ? undefined : code.strangeHost(strangeHost),
  ]
  return texts.flatMap((text) => (text === undefined ? [] : [{ tone: 'warning', text } as const]))
}

function action(step: CodeStep, { code }: RuuviWords, now: number): ActionView {
  const { email, sentAt, resendAt, asked, unsure } = step
  if (email === undefined) return { id: 'ask', kind: 'switch', label: code.ask }
  const first = sentAt === undefined && asked === undefined && unsure === undefined
  const label = first ? code.send : code.resend
  const resend: ActionView = { id: 'resend', kind: 'resend', label, ...available(resendAt, now) }
  // The code may be used up, and another one does no harm.
  return unsure === 'code' ? { ...resend, first: true } : resend
}

function doneNotice(
  { newUser }: Verified,
  { strangeHost }: PastedCode,
  { words }: ViewContext<RuuviWords>,
): NoticeView | undefined {
  const { done, code } = words
  const who = newUser === undefined ? undefined : newUser ? done.newUser : done.knownUser
  if (strangeHost !== undefined) {
    const text = sentences(who, code.strangeHost(strangeHost))
    return { tone: 'warning', text }
  }
  return who === undefined ? undefined : { tone: newUser ? 'good' : 'info', text: who }
}
