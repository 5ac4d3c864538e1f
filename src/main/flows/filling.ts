/**
 * Passwords in an attempt: the remembered one, filled in where a step asks for it, and the typed one,
 * which is kept if the person wants that and the login succeeds. Both are in memory only and gone
 * with the attempt. It goes by the kinds of fields, so that no adapter has to know of it.
 */
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { FieldView, NoticeView, StepValues, StepView } from '../../shared/flow'
import type { Text } from '../../shared/text'
import type { Prepared, Scene, Walk } from '../adapters/walk'

/** What an attempt knows of its account's password. */
export interface AttemptPasswords {
  /** The remembered one, as long as it may be filled in. */
  remembered: string | undefined
  /** The service has refused the remembered one in this attempt. */
  refused: boolean
  /** The one that was typed or chosen last, and not refused since. */
  typed: string | undefined
  /** Whether the person wants the typed one to be remembered. */
  keep: boolean
}

/** The password that a request bears, if it bears one. */
export interface SentPassword {
  readonly password: string
  readonly from: 'remembered' | 'typed'
  /** It was chosen here: once the request has succeeded, no earlier one holds. */
  readonly isNew: boolean
}

export function noPasswords(keep: boolean): AttemptPasswords {
  return { remembered: undefined, refused: false, typed: undefined, keep }
}

/** The id of the side action that puts the remembered password aside; no adapter has one of it. */
export const typeAnother = '(another-password)'

/** Whether the step asks for what is remembered. A password may only go along with a settled address. */
function isFilled(passwords: AttemptPasswords, email: string | undefined, view: StepView): boolean {
  if (passwords.remembered === undefined) return false
  if (email === undefined && view.fields.some(({ kind }) => kind === 'email')) return false
  return view.fields.some(({ kind }) => kind === 'password')
}

function isKnown({ kind }: FieldView): boolean {
  return kind === 'password' || kind === 'email'
}

/** The step as the person is to see it: without the fields that are filled in already. */
export function shownStep(
  passwords: AttemptPasswords,
  email: string | undefined,
  view: StepView,
  words: Text['passwords'],
): StepView {
  if (isFilled(passwords, email, view)) {
    return {
      ...view,
      notices: [info(words.used), ...view.notices],
      fields: view.fields.filter((field) => !isKnown(field)),
      actions: [...view.actions, { id: typeAnother, kind: 'switch', label: words.typeAnother }],
    }
  }
  if (!view.fields.some(isPassword)) return view
  const refused: NoticeView[] = passwords.refused ? [{ tone: 'warning', text: words.refused }] : []
  return {
    ...view,
    notices: [...refused, ...view.notices],
    rememberPassword: passwords.keep,
  }
}

/** What a submit of the step sends: what was typed, and what is known. */
export interface Filled {
  readonly prepared: Prepared
  readonly password: SentPassword | undefined
}

/**
 * Puts together what was typed and what is known, and checks it as the step does. Fails as
 * `Walk.prepare`; a remembered password that does not fit the step is put aside first.
 */
export function fill(
  passwords: AttemptPasswords,
  email: string | undefined,
  walk: Walk,
  values: StepValues,
  scene: Scene,
): Result<Filled> {
  const view = walk.view(scene)
  const filled = isFilled(passwords, email, view)
  const known = filled ? knownValues(passwords, email, view) : {}
  const prepared = walk.prepare({ ...values, ...known }, scene)
  if (prepared.ok) {
    const password = passwordIn(passwords, view, prepared.value, filled)
    return ok({ prepared: prepared.value, password })
  }
  const { field } = prepared.failure
  if (filled && field !== undefined && Object.hasOwn(known, field)) setAside(passwords)
  return prepared
}

function knownValues(
  { remembered = '' }: AttemptPasswords,
  email: string | undefined,
  { fields }: StepView,
): StepValues {
  const known = fields.filter(isKnown)
  return Object.fromEntries(
    known.map(({ name, kind }) => [name, kind === 'email' ? (email ?? '') : remembered]),
  )
}

/**
 * What to send if nobody has to add anything: the step asks for the remembered password, every other
 * field may stay empty, and sending it twice would do no harm.
 */
export function fillAlone(
  passwords: AttemptPasswords,
  email: string | undefined,
  walk: Walk,
  scene: Scene,
): Result<Filled> {
  const view = walk.view(scene)
  if (!isFilled(passwords, email, view)) return fail('unsupported')
  const missing = view.fields.some((field) => !isKnown(field) && field.required)
  if (missing || view.submit === '') return fail('unsupported')
  const filled = fill(passwords, email, walk, {}, scene)
  return filled.ok && filled.value.prepared.unsure !== undefined ? fail('unsupported') : filled
}

/** The password that a request bears which is no submit: the one typed in an earlier step. */
export function passwordOnTheWay({ typed }: AttemptPasswords): SentPassword | undefined {
  return typed === undefined ? undefined : { password: typed, from: 'typed', isNew: false }
}

function passwordIn(
  passwords: AttemptPasswords,
  { fields }: StepView,
  { values }: Prepared,
  filled: boolean,
): SentPassword | undefined {
  const { remembered } = passwords
  if (filled && remembered !== undefined) {
    return { password: remembered, from: 'remembered', isNew: false }
  }
  // A pasted token says nothing about a password that was typed before.
  if (fields.some(({ kind }) => kind === 'token')) return undefined
  const field = fields.find(isPassword)
  if (field === undefined) return passwordOnTheWay(passwords)
  const password = values[field.name]
  if (!password) return undefined
  return { password, from: 'typed', isNew: field.kind === 'new-password' }
}

/** A password on its way: from here on it is the one that later steps go on with. */
export function noteSent(passwords: AttemptPasswords, sent: SentPassword | undefined): void {
  if (sent?.from === 'typed') passwords.typed = sent.password
}

/** What a failure says about the password that was sent. Gives whether the remembered one was refused. */
export function noteFailure(
  passwords: AttemptPasswords,
  sent: SentPassword | undefined,
  failure: Failure,
): boolean {
  if (failure.code !== 'wrong-credentials') return false
  passwords.typed = undefined
  if (sent?.from !== 'remembered') return false
  passwords.refused = true
  setAside(passwords)
  return true
}

/** The person types another one instead. */
export function setAside(passwords: AttemptPasswords): void {
  passwords.remembered = undefined
}

/** Nothing of them is needed any more. */
export function clear(passwords: AttemptPasswords): void {
  passwords.remembered = undefined
  passwords.typed = undefined
}

function isPassword({ kind }: FieldView): boolean {
  return kind === 'password' || kind === 'new-password'
}

function info(text: string): NoticeView {
  return { tone: 'info', text }
}
