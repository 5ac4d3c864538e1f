/** Rigs with several accounts at the made-up service. */
import type { Checked } from '../../src/main/adapters/adapter'
import type { AccountId } from '../../src/shared/account'
import type { Result } from '../../src/shared/failure'
import { logIn, rig, settled, type Rig } from './program'

/** Logs in `count` accounts; their tokens are `token-for-0` and so on. */
export async function withAccounts(count: number): Promise<Rig> {
  const it = await rig()
  for (let index = 0; index < count; index += 1) await logIn(it, `a${index}@b.c`, String(index))
  await it.program.idle()
  return it
}

/** The id of the account that was logged in as the nth. */
export function idOf(it: Rig, index: number): AccountId {
  const found = it.program.views.accounts().find(({ email }) => email === `a${index}@b.c`)
  if (!found) throw new Error('There is no such account')
  return found.id
}

/** Holds back every check until the test answers it. */
export function holdChecks(it: Rig) {
  const asked: { token: string; answer: (result: Result<Checked>) => void }[] = []
  it.script.check = ({ access }) => {
    const held = settled<Result<Checked>>()
    asked.push({ token: access, answer: held.settle })
    return held.promise
  }
  return asked
}
