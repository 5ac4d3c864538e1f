/** Calls about programs that ask for tokens. */
import { fail } from '../../../shared/failure'
import type { Handlers } from '../dispatcher'

export function scriptHandlers(): Pick<Handlers, 'scripts.answer'> {
  return { 'scripts.answer': () => fail('unsupported') }
}
