import { zoomSteps } from '../../../shared/zoom'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { SelectRow } from '../../ui/switch'

/** How large everything is drawn; the same as the menu's zoom. */
export function ZoomRow() {
  const words = useText().settings
  const { changeSettings } = useActions()
  const zoom = useSnapshot(({ settings }) => settings.zoom)
  return (
    <SelectRow
      label={words.zoom}
      hint={words.zoomHint}
      value={String(zoom)}
      options={zoomSteps.map((step) => ({ value: String(step), label: words.percent(step) }))}
      onChange={(value) => {
        const wanted = zoomSteps.find((step) => String(step) === value)
        if (wanted !== undefined) void changeSettings({ zoom: wanted })
      }}
    />
  )
}
