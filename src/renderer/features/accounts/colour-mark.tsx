import './colour-mark.css'
import type { AccountColour } from '../../../shared/account'
import { useText } from '../../stores/context'

/** The colour that a person has given to an account, beside its label; read out by its name. */
export function ColourMark({ colour }: { colour: AccountColour | undefined }) {
  const { colours } = useText()
  if (!colour) return null
  return (
    <span className={`colour-mark colour-${colour}`} title={colours[colour]}>
      <span className="only-read">{colours[colour]}</span>
    </span>
  )
}
