/**
 * Accounts and attempts as they are shown while the person hides addresses: windows and tray draw these
 * in place of the real ones, so that no screen has to think of it. What is typed in is left alone.
 */
import type { AccountView } from './account'
import type { Failure } from './failure'
import type { AttemptView, StepView } from './flow'
import type { Removal } from './removal'
import { maskAddress, maskAddresses } from './mask-address'

/** An account without a whole address in anything that is shown of it. */
export function coverAccount(account: AccountView): AccountView {
  const { email, label, tags, failure, waiting } = account
  const cover = (text: string): string => maskAddresses(text, email)
  return {
    ...account,
    email: maskAddress(email),
    label: coverLabel(label, email),
    tags: tags.map(cover),
    failure: failure && coverFailure(failure, cover),
    waiting: waiting && { ...waiting, text: cover(waiting.text) },
  }
}

/** The label of an account without a whole address. */
export function coverLabel(label: string, email: string): string {
  return label === email ? maskAddress(email) : maskAddresses(label, email)
}

/** A removal without a whole address. */
export function coverRemoval(removal: Removal): Removal {
  const { email, label } = removal
  const cover = (text: string): string => maskAddresses(text, email)
  const shown = {
    email: maskAddress(email),
    label: coverLabel(label, email),
  }
  return removal.kind === 'waiting'
    ? { ...removal, ...shown }
    : { ...removal, ...shown, failure: coverFailure(removal.failure, cover) }
}

/** An attempt without a whole address in its words; the values of its fields stay, to be sent. */
export function coverAttempt(attempt: AttemptView): AttemptView {
  const { email, title, failure, phase } = attempt
  const typed = phase.kind === 'step' ? addressesIn(phase.view) : []
  const known = email === undefined ? typed : [email, ...typed]
  const cover = (text: string): string => maskAddresses(text, ...known)
  return {
    ...attempt,
    ...(email === undefined ? {} : { email: maskAddress(email) }),
    title: cover(title),
    failure: failure && coverFailure(failure, cover),
    phase:
      phase.kind === 'step'
        ? { ...phase, view: coverStep(phase.view, cover) }
        : {
            ...phase,
            title: cover(phase.title),
            text: cover(phase.text),
            notices: phase.notices.map((one) => ({ ...one, text: cover(one.text) })),
          },
  }
}

type Cover = (text: string) => string

function coverStep(view: StepView, cover: Cover): StepView {
  return {
    ...view,
    title: cover(view.title),
    text: cover(view.text),
    submit: cover(view.submit),
    notices: view.notices.map((one) => ({ ...one, text: cover(one.text) })),
    actions: view.actions.map((one) => ({ ...one, label: cover(one.label) })),
    fields: view.fields.map((field) => ({
      ...field,
      label: cover(field.label),
      ...(field.hint === undefined ? {} : { hint: cover(field.hint) }),
    })),
  }
}

function coverFailure(failure: Failure, cover: Cover): Failure {
  return failure.detail === undefined ? failure : { ...failure, detail: cover(failure.detail) }
}

function addressesIn({ fields }: StepView): string[] {
  return fields.flatMap((field) =>
    field.kind === 'email' && field.value !== '' ? [field.value] : [],
  )
}
