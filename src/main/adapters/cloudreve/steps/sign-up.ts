/** Making an account: here, in the browser where the site's captcha demands it, or perhaps already made. */
import type { NoticeView } from '../../../../shared/flow'
import { nextMailAt } from '../../cool-down'
import { isUnclear } from '../../unclear'
import { siteLanguages } from '../languages'
import { wireOf } from '../operations/call'
import { signUp, type SignUpInput } from '../operations/user'
import { goOnToLogin } from './go-on'
import { afterRefusal, captchaActions, captchaAnswer, captchaFields, enterGuarded } from './guard'
import { emailFields, newPasswordField, pointAt, siteActions, signUpPage } from './parts'
import type {
  CloudreveAnswer,
  CloudreveContext,
  CloudreveMemory,
  CloudreveStepDefinition,
} from './step'

type SignUpField = 'email' | 'password' | 'language' | 'captcha'

export const signUpStep: CloudreveStepDefinition<'sign-up', SignUpField> = {
  look(step, memory, view) {
    const { words, server } = view
    const { email } = step
    const terms = memory.gates?.termsUrl
    const notices: NoticeView[] =
      terms === undefined ? [] : [{ tone: 'info', text: words.signUp.terms(terms) }]
    return {
      title: words.signUp.title,
      text:
        email === undefined
          ? words.signUp.text(server.name)
          : words.signUp.known(server.name, email),
      notices,
      fields: [
        ...emailFields(email, words),
        newPasswordField(words),
        {
          kind: 'choice',
          name: 'language',
          label: words.fields.language,
          hint: words.fields.languageHint,
          required: true,
          value: words.siteLanguage,
          options: [...siteLanguages],
        },
        ...captchaFields('signUp', memory, words),
      ],
      submit: words.signUp.submit,
      actions: [...captchaActions('signUp', memory, words), ...siteActions(view)],
    }
  },
  enter: enterGuarded('signUp'),
  async submit(step, values, memory, context) {
    const { password, language } = values
    const input = { email: step.email ?? values.email, password, language }
    const captcha = captchaAnswer(memory, values.captcha)
    const answer = await register({ ...input, ...captcha }, memory, context)
    if (answer.kind !== 'failure' || answer.failure.field !== 'email') return answer
    return { ...answer, failure: pointAt(answer.failure, emailFields(step.email, context.words)) }
  },
  site: (_step, view) => signUpPage(view),
  once: { unsure: (step, email) => ({ step: 'sign-up-unsure', email: step.email ?? email }) },
}

async function register(
  input: SignUpInput,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const { email, password, language } = input
  const made = await signUp(wireOf(context), input)
  const signedUp = { ...memory, captcha: undefined, signUp: { password, language } }
  if (made.ok) {
    const now = context.now()
    const sent = { step: 'activate', email, sentAt: now, resendAt: nextMailAt(now) } as const
    switch (made.value) {
      case 'active': {
        const text = context.words.login.accountMade
        return goOnToLogin(email, { ...signedUp, password }, context, { tone: 'good', text })
      }
      case 'needs-activation':
        return { kind: 'step', step: { ...sent, mail: 'sent' }, memory: { ...signedUp, password } }
      case 'mail-sent-again':
        return { kind: 'step', step: { ...sent, mail: 'sent-again' }, memory: signedUp }
    }
  }
  const { failure } = made
  if (failure.code === 'mail-failed') {
    // The account is there and waits for a mail (source service/user/register.go).
    const step = { step: 'activate', email, mail: 'failed' } as const
    return { kind: 'failure', failure, step, memory: { ...signedUp, password } }
  }
  if (isUnclear(failure)) {
    const step = { step: 'sign-up-unsure', email } as const
    return { kind: 'failure', failure, step, memory: { ...signedUp, password } }
  }
  const refused = await afterRefusal('signUp', failure, memory, context)
  if (refused.widget === undefined) return { kind: 'failure', ...refused }
  const step = { step: 'sign-up-in-browser', email, captcha: refused.widget } as const
  return { kind: 'failure', ...refused, step }
}

/** After a sign-up without an answer: logging in is the one question that changes nothing. */
export const signUpUnsureStep: CloudreveStepDefinition<'sign-up-unsure', never> = {
  look: (step, _memory, { words, server }) => ({
    title: words.signUpUnsure.title,
    text: words.signUpUnsure.text(server.name, step.email ?? ''),
    fields: [],
    submit: words.actions.tryLogin,
    actions: [{ id: 'again', kind: 'switch', label: words.actions.signUpAgain }],
  }),
  submit: (step, _values, memory, context) => goOnToLogin(step.email, memory, context),
  actions: {
    again: ({ email }) => Promise.resolve({ kind: 'step', step: { step: 'sign-up', email } }),
  },
  waiting: ({ email }, { words }) => email && words.signUpUnsure.waiting(email),
}

export const signUpInBrowserStep: CloudreveStepDefinition<'sign-up-in-browser', never> = {
  look: (step, _memory, view) => ({
    title: view.words.signUpInBrowser.title,
    text: view.words.signUpInBrowser.text(view.server.name, step.captcha),
    fields: [],
    submit: view.words.signUpInBrowser.submit,
    actions: siteActions(view).map((action) => ({ ...action, first: true as const })),
  }),
  submit: (step, _values, memory, context) => goOnToLogin(step.email, memory, context),
  site: (_step, view) => signUpPage(view),
}
