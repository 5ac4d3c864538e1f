/** Calls about programs that ask for tokens. */
import { ok } from '../../../shared/failure'
import type { Permission } from '../../scripts/permission'
import type { Handlers } from '../dispatcher'

export function scriptHandlers(
  permission: Permission,
): Pick<Handlers, 'scripts.answer' | 'scripts.removeProgram'> {
  return {
    'scripts.answer': async ({ question, answer }) => {
      const answered = await permission.answer(question, answer)
      return answered.ok ? ok(null) : answered
    },
    'scripts.removeProgram': async ({ program }) => {
      const removed = await permission.remove(program)
      return removed.ok ? ok(null) : removed
    },
  }
}
