import type { FieldView } from '../../../../shared/flow'
import { nextMailAt } from '../../cool-down'
import { isUnclear } from '../../unclear'
import { requestCode } from '../operations'
import type { RuuviStepDefinition } from '../step'
import type { RuuviWords } from '../text/en'

/** Ruuvi's database holds 320 characters (server source of 2022, database/schema.sql). */
const emailLimit = 320

/** The field for an address that is not known yet. */
export function emailField(words: RuuviWords): FieldView & { readonly name: 'email' } {
  const { email: label } = words.fields
  return { kind: 'email', name: 'email', label, required: true, value: '', maxLength: emailLimit }
}

/** Asks for the address and has the code mailed; register and log in begin alike here. */
export const emailStep: RuuviStepDefinition<'email', 'email'> = {
  look({ email }, _memory, { words }) {
    return {
      title: email === undefined ? words.email.title.ask : words.email.title.known,
      text: email === undefined ? words.email.ask : words.email.known(email),
      fields: email === undefined ? [emailField(words)] : [],
      submit: words.email.submit,
    }
  },
  async submit(step, values, _memory, context) {
    const email = step.email ?? values.email
    const sent = await requestCode(context, email)
    const now = context.now()
    if (sent.ok) {
      return { kind: 'step', step: { step: 'code', email, sentAt: now, resendAt: nextMailAt(now) } }
    }
    const { failure } = sent
    if (!isUnclear(failure)) return { kind: 'failure', failure }
    const unsure = { step: 'code', email, asked: true, unsure: 'mail' } as const
    return { kind: 'failure', failure, step: { ...unsure, resendAt: nextMailAt(now) } }
  },
  once: {
    unsure: (step, email) => ({ ...step, step: 'code', email, asked: true, unsure: 'mail' }),
  },
}
