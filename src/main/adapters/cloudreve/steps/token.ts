/** Adding an existing refresh token: traded for a fresh pair, looked whose it is, kept. */
import type { Failure } from '../../../../shared/failure'
import { sentences } from '../../../../shared/text/sentences'
import { sameEmail } from '../../same-email'
import { wireOf } from '../operations/call'
import { refresh, whoAmI } from '../operations/session'
import { readToken } from '../pasted'
import { factsOf, usable } from '../sessions'
import { emailFields, logInPage, siteActions } from './parts'
import type {
  CloudreveAnswer,
  CloudreveContext,
  CloudreveMemory,
  CloudreveStepDefinition,
  CloudreveView,
  StepOf,
} from './step'

type TokenStep = StepOf<'token'>

export const tokenStep: CloudreveStepDefinition<'token', 'token'> = {
  look(step, _memory, view) {
    const { fields, token } = view.words
    return {
      title: token.title,
      text: intro(step, view),
      notices: [{ tone: 'info', text: token.where }],
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
      actions: siteActions(view),
    }
  },
  submit: (step, values, memory, context) => addToken(step, values.token, memory, context),
  site: (_step, view) => logInPage(view),
}

function intro({ email, because }: TokenStep, { words, server }: CloudreveView): string {
  const { token } = words
  const what = because ? token.because(server.name, because) : token.text(server.name)
  return sentences(what, email === undefined ? undefined : token.known(email))
}

async function addToken(
  step: TokenStep,
  pasted: string,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const { words } = context
  const failed = (failure: Failure): CloudreveAnswer => ({
    kind: 'failure',
    failure: failure.code === 'token-rejected' ? { ...failure, field: 'token' } : failure,
  })
  const read = readToken(pasted)
  if (!read.ok) return failed(read.failure)
  if (read.value.kind === 'access') {
    return failed({ code: 'invalid-input', field: 'token', detail: words.token.accessOnly })
  }
  const wire = wireOf(context)
  const renewed = await refresh(wire, read.value.token)
  if (!renewed.ok) return failed(renewed.failure)
  const session = renewed.value
  const me = await whoAmI(wire, session.access)
  if (!me.ok) return failed(me.failure)
  const user = usable(me.value)
  if (!user.ok) return failed(user.failure)
  const { email: theirs, nickname } = user.value
  if (step.email !== undefined && theirs !== undefined && !sameEmail(theirs, step.email)) {
    return failed({ code: 'email-mismatch', field: 'token', detail: theirs })
  }
  const facts = factsOf(user.value, words)
  const email = theirs ?? step.email
  if (email !== undefined) return { kind: 'signed-in', email, session, facts }
  const unnamed = { ...memory, unnamed: { session, facts } }
  return { kind: 'step', step: { step: 'name-account', nickname }, memory: unnamed }
}

/** A site may leave the address out of what it tells; then the person says it. */
export const nameAccountStep: CloudreveStepDefinition<'name-account', 'email'> = {
  look: (step, _memory, { words }) => ({
    title: words.nameAccount.title,
    text: words.nameAccount.text(step.nickname),
    fields: emailFields(undefined, words),
    submit: words.nameAccount.submit,
  }),
  submit(_step, values, memory) {
    const { unnamed } = memory
    return Promise.resolve<CloudreveAnswer>(
      unnamed === undefined
        ? { kind: 'failure', failure: { code: 'attempt-expired' }, step: { step: 'token' } }
        : { kind: 'signed-in', email: values.email, ...unnamed },
    )
  },
}
