import { sentences } from '../../../../shared/text/sentences'
import { pastedToken } from '../../pasted-token'
import { sameEmail } from '../../same-email'
import { checkSession } from '../session'
import type { IpcolaStepDefinition } from '../step'

/** Takes a token that the person already has, asks whose it is, and hands it over to be kept. */
export const tokenStep: IpcolaStepDefinition<'token', 'token' | 'email'> = {
  look({ email }, _memory, { words }) {
    const { token, fields } = words
    const { token: label, tokenHint: hint } = fields
    return {
      title: token.title,
      text: sentences(token.text, email === undefined ? undefined : token.known(email)),
      fields: [
        { kind: 'token', name: 'token', label, hint, required: true },
        ...(email === undefined
          ? [
              {
                kind: 'email',
                name: 'email',
                label: fields.tokenEmail,
                hint: fields.tokenEmailHint,
                required: false,
                value: '',
              } as const,
            ]
          : []),
      ],
      submit: token.submit,
    }
  },
  async submit(step, values, _memory, context) {
    const pasted = pastedToken(values.token)
    if (!pasted.ok) return { kind: 'failure', failure: pasted.failure }
    const session = { access: pasted.value }
    const checked = await checkSession(context, session.access)
    if (!checked.ok) {
      const { failure } = checked
      const field = failure.code === 'token-rejected' ? 'token' : failure.field
      return { kind: 'failure', failure: { ...failure, field } }
    }
    const { email: told, facts } = checked.value
    if (step.email !== undefined && told !== undefined && !sameEmail(step.email, told)) {
      const failure = { code: 'email-mismatch', field: 'token', detail: told } as const
      return { kind: 'failure', failure }
    }
    const email = step.email ?? told ?? values.email
    if (email === '') {
      const failure = { code: 'invalid-input', field: 'email', detail: 'required' } as const
      return { kind: 'failure', failure }
    }
    return { kind: 'signed-in', email, session, facts }
  },
}
