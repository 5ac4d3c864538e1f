/** The person at the program: fills in whatever a step asks for, until the flow has come to its end. */
import type { Program } from '../../../src/main/program'
import type { AccountId, FlowId, ServerId } from '../../../src/shared/account'
import type { CallInput, CallName, CallOutput } from '../../../src/shared/contract'
import type { Result } from '../../../src/shared/failure'
import type { FieldView, StepView } from '../../../src/shared/flow'
import { must } from '../../fakes/program'
import type { Deed } from './deeds'
import type { Job, Question } from './job'

export const oldPassword = 'correct horse 1'
export const newPassword = 'battery staple 2'

/** Where a deed is done. */
export interface Stage {
  readonly program: Program
  readonly server: ServerId
  /** The account that the deed is about; throws where it has none at the start. */
  readonly subject: AccountId
  readonly bystander: AccountId
  readonly call: <N extends CallName>(
    name: N,
    input: CallInput<N>,
  ) => Promise<Result<CallOutput<N>>>
  /** Resolves when the next request leaves. */
  nextRequest(): Promise<void>
  /** Walks a flow to its end. */
  walk(flow: FlowId, how?: { readonly account?: AccountId; readonly keep?: boolean }): Promise<void>
}

export function stageOf(
  program: Program,
  job: Job,
  deed: Deed,
  ask: (what: Question) => Promise<string>,
  nextRequest: () => Promise<void>,
): Stage {
  const server = program.views.servers().find(({ adapter }) => adapter === deed.adapter)?.id
  if (!server) throw new Error(`There is no server of ${deed.adapter}.`)
  const call: Stage['call'] = async (name, input) => {
    const handler = program.handlers[name]
    return handler(input, { windowId: 1, paste: () => undefined })
  }
  const typed = async (field: FieldView): Promise<string> => {
    switch (field.kind) {
      case 'email':
        return job.email
      case 'password':
        return deed.password?.() ?? oldPassword
      case 'new-password':
        return newPassword
      case 'text':
      case 'choice':
        return field.value
      case 'captcha':
      case 'code':
      case 'link':
      case 'token':
        return ask(field.kind)
    }
  }
  const fillIn = async ({ fields }: StepView): Promise<Record<string, string>> => {
    const values: Record<string, string> = {}
    for (const field of fields) values[field.name] = await typed(field)
    return values
  }
  return {
    program,
    server,
    bystander: job.bystander,
    call,
    nextRequest,
    get subject() {
      if (job.subject === undefined) throw new Error(`${deed.id} is about no account.`)
      return job.subject
    },
    async walk(flow, { account, keep } = {}) {
      let attempt = must(await call('flow.begin', { flow, server, account }))
      for (let step = 0; step < 8 && attempt.phase.kind === 'step'; step += 1) {
        if (attempt.failure) throw new Error(`${deed.id} met ${attempt.failure.code}.`)
        const { view } = attempt.phase
        const wanted = view.rememberPassword === undefined ? {} : { rememberPassword: keep }
        const values = await fillIn(view)
        const submit = { attempt: attempt.id, step: view.step, values, ...wanted }
        attempt = must(await call('flow.submit', submit))
      }
      if (attempt.phase.kind !== 'done') throw new Error(`${deed.id} did not come to its end.`)
    },
  }
}
