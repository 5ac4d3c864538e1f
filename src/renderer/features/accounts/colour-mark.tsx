import './colour-mark.css'
import type { AccountColour } from '../../../shared/account'
import { useText } from '../../stores/context'

/**
 * The colour that a person has given to an account, beside its label; read out by its name, unless that
 * stands beside it (`bare`).
 */
export function ColourMark(props: { colour: AccountColour | undefined; bare?: boolean }) {
  const { colour, bare = false } = props
  const { colours } = useText()
  if (!colour) return null
  return (
    <span className={`colour-mark colour-${colour}`} title={bare ? undefined : colours[colour]}>
      {!bare && <span className="only-read">{colours[colour]}</span>}
    </span>
  )
}
