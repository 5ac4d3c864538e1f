import { useActions, useText, useUi } from '../../stores/context'
import { Toaster } from '../../ui/toast'
import { RemovalToasts } from '../removal/removal-toasts'

/** What a window has to tell, whatever page is open. */
export function Messages() {
  const text = useText()
  const actions = useActions()
  const toasts = useUi((state) => state.toasts)
  return (
    <Toaster
      toasts={toasts}
      label={text.app.notices}
      dismiss={text.app.dismiss}
      onDismiss={actions.dismiss}
    >
      <RemovalToasts />
    </Toaster>
  )
}
