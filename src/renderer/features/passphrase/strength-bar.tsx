import './passphrase.css'
import { useText } from '../../stores/context'
import { strengths, type Strength } from './strength'

const steps = strengths.slice(1)

export interface StrengthBarProps {
  readonly strength: Strength | undefined
  /** What each strength is called. */
  readonly words: Readonly<Record<Strength, string>>
}

/** The strength as a bar in four steps; its meaning is in the words beneath. */
export function StrengthBar({ strength, words }: StrengthBarProps) {
  const text = useText().passphrase
  const reached = strength === undefined ? 0 : Math.max(1, strengths.indexOf(strength))
  return (
    <div
      className={`strength strength-${strength ?? 'none'}`}
      role="meter"
      aria-label={text.strength}
      aria-valuemin={0}
      aria-valuemax={steps.length}
      aria-valuenow={reached}
      aria-valuetext={strength ? words[strength] : text.strengthUnknown}
    >
      {steps.map((step, index) => (
        <span key={step} className={index < reached ? 'strength-step reached' : 'strength-step'} />
      ))}
    </div>
  )
}
