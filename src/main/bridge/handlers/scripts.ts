/** Calls about programs that ask for tokens. */
import { ok } from '../../../shared/failure'
import type { Permission } from '../../scripts/permission'
import type { Handlers } from '../dispatcher'

export function scriptHandlers(permission: Permission): Pick<Handlers, 'scripts.answer'> {
  return {
    'scripts.answer': async ({ question, answer }) => {
      const answered = await permission.answer(question, answer)
      return answered.ok ? ok(null) : answered
    },
  }
}
