import type { Failure, Result } from '../../../../shared/failure'
import type { ActionView } from '../../../../shared/flow'
import type { Answer, Context, ViewContext } from '../../adapter'
import { available, nextMailAt, tooEarly } from '../../cool-down'
import { isUnclear } from '../../unclear'
import { registerUser, requestVcode, resetPassword } from '../operations'
import type { IpcolaMemory, IpcolaStep, IpcolaStepDefinition } from '../step'
import type { IpcolaWords } from '../text/en'
import { vcodeRequest } from '../vcode-request'

type VcodeStep = Extract<IpcolaStep, { readonly step: 'vcode' }>
type VcodeAnswer = Answer<IpcolaStep, IpcolaMemory>

/** Takes the code and the new password, then registers or resets. */
export const vcodeStep: IpcolaStepDefinition<'vcode', 'vcode' | 'password'> = {
  look(step, _memory, context) {
    const { vcode, fields } = context.words
    return {
      title: vcode[step.flow].title,
      text: intro(step, context),
      notices: step.unsure ? [{ tone: 'warning', text: vcode.unsure[step.flow] }] : [],
      fields: [
        {
          kind: 'code',
          name: 'vcode',
          label: fields.vcode,
          hint: fields.vcodeHint,
          required: true,
          length: 16,
          maxLength: 200,
        },
        {
          kind: 'new-password',
          name: 'password',
          label: fields.newPassword,
          hint: fields.newPasswordHint,
          required: true,
          minLength: 1,
        },
      ],
      submit: vcode[step.flow].submit,
      actions: actions(step, context),
    }
  },
  async submit(step, { vcode, password }, memory, context) {
    const { email, referenceKey } = step
    const made = await send(step, { email, password, vcode, referenceKey }, context)
    if (!made.ok) return afterFailure(step, password, memory, made.failure)
    const { token } = made.value
    if (token !== undefined) return { kind: 'signed-in', email, session: { access: token } }
    return {
      kind: 'step',
      step: { step: 'login', email, after: step.flow },
      memory: { ...memory, password },
    }
  },
  actions: {
    resend: (step, _memory, context) => sendCode(step, context),
    'log-in': ({ email, unsure }) =>
      Promise.resolve({
        kind: 'step',
        step: { step: 'login', email, after: unsure ? 'unsure' : undefined },
      }),
  },
  site: ({ flow }) =>
    // Where IPCola's customers register, as public links to it show; its reset page is not known.
    `https://dashboard.ipcola.com/${flow === 'register' ? 'register' : ''}`,
  once: { unsure: (step) => ({ ...step, unsure: true }) },
  waiting: ({ flow, email }, { words }) => words.waiting[flow](email),
}

type Sent = Parameters<typeof registerUser>[1]

/** Registers or resets. Only registering may give a token. */
async function send(
  { flow }: VcodeStep,
  { referenceKey, ...rest }: Sent,
  context: Context<IpcolaWords>,
): Promise<Result<{ readonly token?: string | undefined }>> {
  switch (flow) {
    case 'register':
      return registerUser(context, { ...rest, referenceKey })
    case 'reset': {
      const done = await resetPassword(context, rest)
      return done.ok ? { ok: true, value: {} } : done
    }
  }
}

/**
 * After some failures the account may exist, or the new password hold, all the same. Keeps the
 * password then, so that trying to log in takes only the picture.
 */
function afterFailure(
  step: VcodeStep,
  password: string,
  memory: IpcolaMemory,
  failure: Failure,
): VcodeAnswer {
  if (!isUnclear(failure)) return { kind: 'failure', failure }
  const next = { ...step, unsure: true }
  return { kind: 'failure', failure, step: next, memory: { ...memory, password } }
}

async function sendCode(step: VcodeStep, context: Context<IpcolaWords>): Promise<VcodeAnswer> {
  const request = vcodeRequest(context.server, step.email)
  if (!request) return { kind: 'failure', failure: { code: 'unsupported' } }
  const early = tooEarly(step.resendAt, context.now())
  if (early) return { kind: 'failure', failure: early }
  const sent = await requestVcode(context, request)
  const now = context.now()
  const resendAt = nextMailAt(now)
  if (sent.ok) {
    const notice = { tone: 'good', text: context.words.vcode.sentNow } as const
    return { kind: 'step', step: { ...step, sentAt: now, resendAt }, notice }
  }
  const { failure } = sent
  if (isUnclear(failure)) return { kind: 'failure', failure, step: { ...step, resendAt } }
  if (failure.code !== 'rate-limited') return { kind: 'failure', failure }
  return { kind: 'failure', failure, step: { ...step, resendAt: failure.retryAt ?? resendAt } }
}

function intro(
  { email, sentAt }: VcodeStep,
  { server, words: { vcode } }: ViewContext<IpcolaWords>,
): string {
  if (sentAt !== undefined) return vcode.sent(email)
  return vcodeRequest(server, email) ? vcode.bySettings(email) : vcode.byHand(email)
}

function actions(
  { email, sentAt, resendAt, unsure }: VcodeStep,
  { server, now, words: { vcode } }: ViewContext<IpcolaWords>,
): ActionView[] {
  const send: ActionView = {
    id: 'resend',
    kind: 'resend',
    label: sentAt === undefined ? vcode.send : vcode.sendAgain,
    ...available(resendAt, now()),
  }
  return [
    ...(vcodeRequest(server, email) ? [send] : []),
    { id: 'open-site', kind: 'open-site', label: vcode.openSite },
    unsure
      ? { id: 'log-in', kind: 'switch', label: vcode.tryLogIn, first: true }
      : { id: 'log-in', kind: 'switch', label: vcode.logIn },
  ]
}
