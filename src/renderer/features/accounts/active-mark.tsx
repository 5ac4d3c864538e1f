import './active-mark.css'
import { useText } from '../../stores/context'

/** Says of an account that it is active: seen as Latchkey's mark, read out as a word. */
export function ActiveMark() {
  return <span className="active-mark" role="img" aria-label={useText().accounts.active} />
}
