/** Calls that drive attempts. */
import { fail, ok } from '../../../shared/failure'
import type { AttemptView } from '../../../shared/flow'
import type { CopySecret } from '../../accounts/copy-token'
import type { Runner } from '../../flows/runner'
import type { Handlers } from '../dispatcher'

type FlowCalls = Extract<keyof Handlers, `flow.${string}`>

export function flowHandlers(runner: Runner, copySecret: CopySecret): Pick<Handlers, FlowCalls> {
  return {
    'flow.begin': ({ flow, server, account }) => runner.begin(flow, server, account),
    'flow.resume': ({ account }) => runner.resume(account),
    'flow.submit': ({ attempt, step, values, rememberPassword }) =>
      runner.submit(attempt, step, values, rememberPassword),
    'flow.act': ({ attempt, action }) => runner.act(attempt, action),
    'flow.copyPassword': async ({ attempt, field, password }) => {
      const view = runner.view(attempt)
      if (!view || !asksForNew(view, field)) return fail('not-found')
      return ok({ clearsAt: await copySecret(password) })
    },
    'flow.stop': ({ attempt }) => runner.stop(attempt),
    'flow.leave': ({ attempt }) => runner.leave(attempt),
  }
}

/** Only where a new password is asked for is there one to copy. */
function asksForNew({ phase }: AttemptView, name: string): boolean {
  const fields = phase.kind === 'step' ? phase.view.fields : []
  return fields.some((field) => field.name === name && field.kind === 'new-password')
}
