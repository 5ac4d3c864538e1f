/** What tests of remembered passwords share: a service with passwords, and an account at it. */
import type { AccountView } from '../../src/shared/account'
import type { Failure } from '../../src/shared/failure'
import type { AttemptView, StepView } from '../../src/shared/flow'
import type { Session } from '../../src/main/adapters/adapter'
import { madeUpServer, must, rig, type Rig } from './program'
import type { PasswordLogin } from './service'

export const email = 'a@b.c'
export const right = 'correct horse battery'

/** A program beside a service where people log in with a password, and what was sent to it. */
export async function passwordRig(given: Parameters<typeof rig>[0] = {}) {
  const it = await rig(given)
  const sent: PasswordLogin[] = []
  it.script.logIn = (login) => {
    sent.push(login)
    const refused: Failure = { code: 'wrong-credentials', field: 'password' }
    const session: Session = { access: `token-${sent.length}` }
    return Promise.resolve(login.password === right ? session : refused)
  }
  return { it, sent }
}

export function stepOf({ phase }: AttemptView): StepView {
  if (phase.kind !== 'step') throw new Error('Expected a step')
  return phase.view
}

export function names(attempt: AttemptView): string[] {
  return stepOf(attempt).fields.map(({ name }) => name)
}

export function only({ program }: Rig): AccountView {
  const [account] = program.views.accounts()
  if (!account) throw new Error('Expected an account')
  return account
}

/** Logs in with the right password; `remember` is the tick of the box. */
export async function logInOnce(it: Rig, remember: boolean | undefined): Promise<AttemptView> {
  const begun = must(await it.program.runner.begin('login', madeUpServer, undefined))
  const values = { email, password: right }
  return must(await it.program.runner.submit(begun.id, 'password', values, remember))
}

export function kept({ keychain }: Rig): string | undefined {
  return [...keychain.secrets].find(([ref]) => ref.endsWith('/password'))?.[1]
}

export async function again(it: Rig): Promise<AttemptView> {
  return must(await it.program.runner.begin('login', madeUpServer, only(it).id))
}

/** An account that is logged out and whose password is remembered. */
export async function remembered(given: Parameters<typeof rig>[0] = {}) {
  const both = await passwordRig(given)
  await logInOnce(both.it, true)
  must(await both.it.program.sessions.logOut(only(both.it).id))
  await both.it.program.idle()
  both.sent.length = 0
  return both
}
