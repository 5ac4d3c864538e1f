import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { News } from '../../ui/news'
import { Row } from '../../ui/switch'

/** What is known of newer versions; nothing where nobody is asked for them. */
export function UpdatesRow() {
  const words = useText().settings.updates
  const { checkForUpdates } = useActions()
  const updates = useSnapshot(({ desktop }) => desktop.updates)
  if (!updates) return null
  const busy = updates.kind === 'checking' || updates.kind === 'fetching'
  return (
    <Row label={words.title} hint={words.state(updates)}>
      <News words={words.state(updates)} />
      {updates.kind !== 'ready' && (
        <Button unavailable={busy} onClick={() => void checkForUpdates()}>
          {words.check}
        </Button>
      )}
    </Row>
  )
}
