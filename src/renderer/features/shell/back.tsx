import { useActions, useText } from '../../stores/context'
import type { Place } from '../../stores/ui'
import { Button } from '../../ui/button'
import { BackIcon } from '../../ui/icons'

/** The way back from a page, in words where it leads. */
export function Back(props: { to: Place; label?: string }) {
  const text = useText()
  const actions = useActions()
  return (
    <Button
      look="quiet"
      className="back"
      icon={<BackIcon />}
      onClick={() => actions.goTo(props.to)}
    >
      {props.label ?? text.app.home}
    </Button>
  )
}
