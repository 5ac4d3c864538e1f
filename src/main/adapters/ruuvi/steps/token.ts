import { sentences } from '../../../../shared/text/sentences'
import { pastedToken } from '../../pasted-token'
import { sameEmail } from '../../same-email'
import { checkSession } from '../session'
import type { RuuviStepDefinition } from '../step'

/** Takes a token that the person already has, asks whose it is, and hands it over to be kept. */
export const tokenStep: RuuviStepDefinition<'token', 'token'> = {
  look({ email }, _memory, { words }) {
    const { token, fields } = words
    return {
      title: token.title,
      text: sentences(token.text, email === undefined ? undefined : token.known(email)),
      fields: [
        {
          kind: 'token',
          name: 'token',
          label: fields.token,
          hint: fields.tokenHint,
          required: true,
        },
      ],
      submit: token.submit,
    }
  },
  async submit({ email }, values, _memory, context) {
    const pasted = pastedToken(values.token)
    if (!pasted.ok) return { kind: 'failure', failure: pasted.failure }
    const session = { access: pasted.value }
    const checked = await checkSession(context, session.access)
    if (!checked.ok) {
      const { failure } = checked
      const field = failure.code === 'token-rejected' ? 'token' : failure.field
      return { kind: 'failure', failure: { ...failure, field } }
    }
    const found = checked.value
    if (email !== undefined && !sameEmail(email, found.email)) {
      const failure = { code: 'email-mismatch', field: 'token', detail: found.email } as const
      return { kind: 'failure', failure }
    }
    return { kind: 'signed-in', email: email ?? found.email, session, facts: found.facts }
  },
}
