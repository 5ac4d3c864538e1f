import { useActions, useText, useUi } from '../../stores/context'
import type { Toast as Told } from '../../stores/ui'
import { Toaster } from '../../ui/toast'
import { RemedyButton } from '../failure/remedy-button'
import { RemovalToasts } from '../removal/removal-toasts'

/** What a window tells: what was done or failed in it, and what can be undone. */
export function Messages() {
  const text = useText().app
  const actions = useActions()
  const toasts = useUi((state) => state.toasts)
  return (
    <Toaster
      toasts={toasts.map((toast) => ({ ...toast, action: <Help toast={toast} /> }))}
      label={text.notices}
      dismiss={text.dismiss}
      onDismiss={actions.dismiss}
    >
      <RemovalToasts />
    </Toaster>
  )
}

/** The one button that helps where something failed; the message goes with it. */
function Help({ toast: { id, failed } }: { toast: Told }) {
  const { dismiss } = useActions()
  return failed && <RemedyButton {...failed} onClick={() => dismiss(id)} />
}
