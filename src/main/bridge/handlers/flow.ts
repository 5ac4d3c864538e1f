/** Calls that drive attempts. */
import type { Runner } from '../../flows/runner'
import type { Handlers } from '../dispatcher'

type FlowCalls = Extract<keyof Handlers, `flow.${string}`>

export function flowHandlers(runner: Runner): Pick<Handlers, FlowCalls> {
  return {
    'flow.begin': ({ flow, server, account, anew }) => runner.begin(flow, server, account, anew),
    'flow.resume': ({ account }) => runner.resume(account),
    'flow.submit': ({ attempt, step, values, rememberPassword }) =>
      runner.submit(attempt, step, values, rememberPassword),
    'flow.act': ({ attempt, action }) => runner.act(attempt, action),
    'flow.stop': ({ attempt }) => runner.stop(attempt),
    'flow.leave': ({ attempt }) => runner.leave(attempt),
  }
}
