import { Fragment } from 'react'

/** What a step says, with the address that it is about set off: the mail went there and nowhere else. */
export function StepText({ text, email }: { text: string; email: string | undefined }) {
  if (email === undefined || email === '') return text
  return text.split(email).map((part, index) => (
    // The parts of one sentence never change their places.
    <Fragment key={index}>
      {index > 0 && <strong>{email}</strong>}
      {part}
    </Fragment>
  ))
}
