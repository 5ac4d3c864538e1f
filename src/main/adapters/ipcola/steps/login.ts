import { ok } from '../../../../shared/failure'
import type { FieldView } from '../../../../shared/flow'
import { getCaptcha, logIn } from '../operations'
import type { IpcolaMemory, IpcolaStep, IpcolaStepDefinition } from '../step'
import type { IpcolaWords } from '../text/en'
import { emailField } from './address'

type LoginStep = Extract<IpcolaStep, { readonly step: 'login' }>
type LoginField = FieldView & { readonly name: 'email' | 'password' | 'captcha' }

/** Logs in with a picture to read. Each picture is good for one try, so each try takes a fresh one. */
export const loginStep: IpcolaStepDefinition<'login', 'email' | 'password' | 'captcha'> = {
  look(step, memory, { words }) {
    const { login } = words
    return {
      title: login.title,
      text: intro(step, words),
      fields: fields(step, memory, words),
      submit: login.submit,
      actions: [
        { id: 'new-captcha', kind: 'new-captcha', label: login.newPicture },
        ...(memory.password === undefined
          ? []
          : [{ id: 'other-password', kind: 'switch', label: login.otherPassword } as const]),
      ],
    }
  },
  async enter(_step, memory, context) {
    const captcha = await getCaptcha(context)
    return captcha.ok ? ok({ ...memory, captcha: captcha.value }) : captcha
  },
  async submit(step, values, memory, context) {
    const { captcha } = memory
    if (!captcha) return { kind: 'failure', failure: { code: 'captcha-wrong', field: 'captcha' } }
    const email = step.email ?? values.email
    const password = memory.password ?? values.password
    const login = { email, password, captcha: values.captcha, captchaId: captcha.id }
    const entered = await logIn(context, login)
    if (entered.ok) return { kind: 'signed-in', email, session: { access: entered.value.token } }
    const without: IpcolaMemory = { ...memory, captcha: undefined }
    return { kind: 'failure', failure: entered.failure, memory: without }
  },
  actions: {
    'other-password': (step, { captcha }) =>
      Promise.resolve({ kind: 'step', step, memory: { captcha } }),
  },
  waiting: ({ email, after }, { words }) =>
    email === undefined || after === undefined ? undefined : words.waiting.login(email),
}

function intro({ email, after }: LoginStep, { login }: IpcolaWords): string {
  if (email === undefined) return login.text
  return after === undefined ? login.known(email) : login.after[after](email)
}

function fields({ email }: LoginStep, memory: IpcolaMemory, words: IpcolaWords): LoginField[] {
  const { password, captcha, captchaHint } = words.fields
  const image = memory.captcha?.image
  return [
    ...(email === undefined ? [emailField(words)] : []),
    ...(memory.password === undefined
      ? [{ kind: 'password', name: 'password', label: password, required: true } as const]
      : []),
    {
      kind: 'captcha',
      name: 'captcha',
      label: captcha,
      hint: captchaHint,
      required: true,
      maxLength: 100,
      ...(image === undefined ? {} : { image }),
    },
  ]
}
