import type { AdapterId, ServerId } from '../../../shared/account'
import { usePlace, useText } from '../../stores/context'
import { IconButton } from '../../ui/button'
import { BackIcon } from '../../ui/icons'

export interface QuickHeadProps {
  readonly placed: { readonly adapter: AdapterId; readonly server: ServerId }
  readonly label: string
  readonly onBack: () => void
}

/** Whose screen this is, and the way back to the list. */
export function QuickHead({ placed, label, onBack }: QuickHeadProps) {
  const text = useText()
  const { service, server } = usePlace(placed)
  return (
    <header className="quick-head">
      <IconButton label={text.quickLogin.back} icon={<BackIcon />} onClick={onBack} />
      <div className="option-body">
        <span className="option-label">{label}</span>
        <span className="option-line">{text.flow.at(service.name, server.name)}</span>
      </div>
    </header>
  )
}
