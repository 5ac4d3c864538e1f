/** Made-up steps and attempts for the gallery and for tests. */
import type { AttemptView, FieldView, StepView } from '../../shared/flow'
import { ids } from './sample-ids'

/** A step; without fields unless `more` brings some. */
export function step(more: Partial<StepView> = {}): StepView {
  return {
    step: 'email',
    title: 'Register at Ruuvi Cloud',
    text: 'Ruuvi sends a short code to your address. There is no password.',
    notices: [],
    fields: [],
    submit: 'Send code',
    actions: [],
    ...more,
  }
}

/** An attempt that stands on a step. */
export function attempt(view: StepView, more: Partial<AttemptView> = {}): AttemptView {
  return {
    id: ids.attempt('attempt-1'),
    adapter: ids.adapter('ruuvi'),
    server: ids.server('ruuvi https://network.ruuvi.com'),
    flow: 'register',
    title: 'Register at Ruuvi Cloud',
    turn: 1,
    phase: { kind: 'step', view },
    ...more,
  }
}

/** One field of each kind that a form knows. */
export const fields = {
  email: { kind: 'email', name: 'email', label: 'E-mail', required: true, value: '' },
  text: {
    kind: 'text',
    name: 'reference',
    label: 'Reference key',
    hint: 'From the person who told you about IPCola.',
    required: false,
    value: '',
  },
  password: { kind: 'password', name: 'password', label: 'Password', required: true },
  newPassword: {
    kind: 'new-password',
    name: 'newPassword',
    label: 'New password',
    required: true,
    minLength: 6,
    maxLength: 64,
  },
  code: { kind: 'code', name: 'code', label: 'Code', required: true, length: 4 },
  link: { kind: 'link', name: 'link', label: 'Link from the mail', required: true },
  token: { kind: 'token', name: 'token', label: 'Token', required: true },
  language: {
    kind: 'choice',
    name: 'language',
    label: 'Language of mails',
    required: true,
    value: 'en-US',
    options: [
      { value: 'en-US', label: 'English' },
      { value: 'zh-CN', label: '简体中文' },
    ],
  },
  captcha: { kind: 'captcha', name: 'captcha', label: 'What the picture shows', required: true },
} as const satisfies Record<string, FieldView>
