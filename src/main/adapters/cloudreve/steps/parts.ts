/** The fields and actions that several steps share. */
import type { Failure } from '../../../../shared/failure'
import type { ActionView, FieldView, NoticeView } from '../../../../shared/flow'
import { sentences } from '../../../../shared/text/sentences'
import { emailLimit, passwordLimits } from '../operations/user'
import type { CloudreveWords } from '../text/en'
import type { CloudreveView } from './step'

/** Room for a whole mail around the link. */
const linkLimit = 20_000
const passwordRoom = 128

type Field<N extends string> = FieldView & { readonly name: N }

/** Asked only while the address is not settled. */
export function emailFields(
  known: string | undefined,
  { fields }: CloudreveWords,
): Field<'email'>[] {
  if (known !== undefined) return []
  const base = { label: fields.email, required: true, maxLength: emailLimit }
  return [{ ...base, kind: 'email', name: 'email', value: '' }]
}

/** An existing password; it may be longer than what is safe for a new one. */
export function passwordField({ fields }: CloudreveWords): Field<'password'> {
  const base = { label: fields.password, required: true, maxLength: passwordRoom }
  return { ...base, kind: 'password', name: 'password' }
}

export function newPasswordField({ fields }: CloudreveWords): Field<'password'> {
  return {
    kind: 'new-password',
    name: 'password',
    label: fields.newPassword,
    hint: fields.newPasswordHint,
    required: true,
    minLength: passwordLimits.min,
    maxLength: passwordLimits.max,
  }
}

export function linkField(label: string, { fields }: CloudreveWords): Field<'link'> {
  const base = { label, hint: fields.linkHint, required: true, maxLength: linkLimit }
  return { ...base, kind: 'link', name: 'link' }
}

/** Pages are opened over https only, so a site on this computer without it has no such action. */
export function siteActions({ server, words }: CloudreveView): ActionView[] {
  if (!server.baseUrl.startsWith('https:')) return []
  return [{ id: 'open-site', kind: 'open-site', label: words.actions.openSite }]
}

/** The site's pages: log in, with "forgot password" on it, and sign up (front end src/router). */
export function logInPage({ server }: CloudreveView): string {
  return `${server.baseUrl}/session`
}

export function signUpPage({ server }: CloudreveView): string {
  return `${server.baseUrl}/session/signup`
}

/** Drops the name of a field that the step does not show, so that nothing points at nowhere. */
export function pointAt(failure: Failure, shown: readonly Field<string>[]): Failure {
  if (failure.field === undefined || shown.some(({ name }) => name === failure.field)) {
    return failure
  }
  return { ...failure, field: undefined }
}

/** Several things to say at once; a warning among them makes the whole one. */
export function notice(
  good: string | undefined,
  warning: string | undefined,
): NoticeView | undefined {
  const text = sentences(good, warning)
  if (text === '') return undefined
  return { tone: warning === undefined ? 'good' : 'warning', text }
}

export function warnings(...texts: readonly (string | undefined)[]): NoticeView[] {
  return texts.flatMap((text) => (text === undefined ? [] : [{ tone: 'warning', text } as const]))
}
