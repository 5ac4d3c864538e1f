/** Steps that several scenes stand on: as a service draws them, or made up where none was brought. */
import { captchaImage } from './captcha-image'
import { realField, realRemarks, realStep } from './material'
import { text } from './page-language'
import { fields, step } from './sample-steps'

const sampleCode = step({
  step: 'code',
  title: 'Enter the code',
  text: 'Ruuvi Cloud mailed a code to work@example.org. It is valid for a few minutes.',
  fields: [fields.code],
  submit: 'Confirm',
  actions: [
    { id: 'resend', kind: 'resend', label: 'Send a new code', availableAt: Date.now() + 45_000 },
    { id: 'other', kind: 'switch', label: 'Use another address' },
  ],
})

const sampleLogin = step({
  step: 'login',
  title: 'Log in at IPCola',
  text: 'Enter the e-mail and the password of your account, and what the picture shows.',
  fields: [fields.email, fields.password, { ...fields.captcha, image: captchaImage }],
  submit: 'Log in',
  actions: [
    { id: 'new-captcha', kind: 'new-captcha', label: 'New picture' },
    { id: 'open-site', kind: 'open-site', label: 'Open ipcola.com' },
  ],
})

export const codeStep = realStep({ adapter: 'ruuvi', step: 'code' }, sampleCode)
export const loginStep = realStep({ adapter: 'ipcola', step: 'login' }, sampleLogin)
export const signUp = realStep({ adapter: 'cloudreve', step: 'sign-up' }, sampleLogin)

/** One field of each kind: no service asks for all of this at once. */
const everySample = step({
  step: 'every',
  title: signUp.title,
  text: signUp.text,
  notices: [
    { tone: 'info', text: 'A remark.' },
    { tone: 'good', text: text.passwords.kept },
    { tone: 'warning', text: 'This link leads to another server.' },
  ],
  fields: [
    fields.email,
    fields.text,
    fields.newPassword,
    fields.code,
    fields.link,
    fields.token,
    fields.language,
    fields.captcha,
  ].map((field) => realField(field)),
  submit: signUp.submit,
  actions: [
    { id: 'opened', kind: 'continue', label: 'I opened it' },
    { id: 'open-site', kind: 'open-site', label: 'Open the site' },
  ],
})

export const everyField = realRemarks(everySample)
