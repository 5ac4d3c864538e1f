/**
 * The fields for passphrases: the lock's, and a backup's. What is typed in them leaves the page only in
 * the call that it is for. It is not asked for twice, because it can be looked at.
 */
import {
  passphraseLengthProblem,
  passphraseMaximum,
  passphraseMinimum,
} from '../../../shared/passphrase'
import { useText } from '../../stores/context'
import { SecretField } from '../../ui/secret-field'
import { Announcement } from '../../ui/small'
import { prepareEstimate, useStrength, type Strength } from './strength'
import { StrengthBar } from './strength-bar'
import type { NewPassphrase } from './use-new-passphrase'

export interface NewPassphraseFieldProps {
  readonly label: string
  readonly passphrase: NewPassphrase
  /** It can be read but not changed. */
  readonly frozen?: boolean
}

/** A passphrase that is chosen here; tells how strong it is, and what is wrong with it. */
export function NewPassphraseField({ label, passphrase, frozen }: NewPassphraseFieldProps) {
  const text = useText()
  const words = text.passphrase
  const { value, problem } = passphrase
  const strength = useStrength(value)
  const long = value !== '' && passphraseLengthProblem(value) === 'too-long'
  const shownProblem = problem ?? (long ? 'too-long' : undefined)
  const remark = useRemark(value, strength)
  return (
    <>
      <SecretField
        frame={{
          label,
          error: shownProblem && words.problems[shownProblem](passphraseMinimum, passphraseMaximum),
          hint: shownProblem === undefined ? remark : undefined,
          below: <StrengthBar strength={strength} words={words.strengths} />,
        }}
        input={{
          ref: passphrase.input,
          value,
          readOnly: frozen,
          onFocus: () => void prepareEstimate(),
          onChange: (event) => passphrase.type(event.target.value),
        }}
        autoComplete="new-password"
        words={{ show: words.show, hide: words.hide, capsLock: text.flow.capsLock }}
      />
      <Announcement>{strength && words.strengths[strength]}</Announcement>
    </>
  )
}

/** What stands beneath the field: what is asked for, how much is missing, or how strong it is. */
function useRemark(value: string, strength: Strength | undefined): string {
  const words = useText().passphrase
  if (strength !== undefined) return words.strengths[strength]
  const missing = passphraseMinimum - Array.from(value).length
  return value === '' || missing <= 0 ? words.rule(passphraseMinimum) : words.missing(missing)
}
