import { useEffect } from 'react'
import { useActions, useSnapshot, useText, useUi } from '../../stores/context'
import { BadIcon, GoodIcon } from '../../ui/icons'
import { RemedyButton } from '../failure/remedy-button'
import { KeyHints } from '../../ui/keys'
import { keyNames } from '../shortcuts/key-names'
import { firstKeys, type ShortcutId } from '../shortcuts/shortcuts'

export interface QuickFootProps {
  readonly hints: readonly (readonly [ShortcutId, string])[]
}

/** Good news makes room for the keys again; what went wrong stays until there is other news. */
const goodNewsMilliseconds = 4_000

/** The window's last line: what was told last, else what the keys do. */
export function QuickFoot({ hints }: QuickFootProps) {
  const text = useText()
  const { dismiss } = useActions()
  const toast = useUi((state) => state.toasts.at(-1))
  const mac = useSnapshot(({ surroundings }) => surroundings.platform === 'mac')
  useEffect(() => {
    if (toast?.tone !== 'good') return
    const timer = setTimeout(() => dismiss(toast.id), goodNewsMilliseconds)
    return () => clearTimeout(timer)
  }, [toast, dismiss])
  return (
    <footer className="finder-foot quick-foot">
      {/* It stays in the page while it is empty: only a change of it is read out. */}
      <div role="status">
        {toast && (
          <p className={`quick-news quick-news-${toast.tone}`}>
            {toast.tone === 'good' ? (
              <GoodIcon aria-hidden="true" />
            ) : (
              <BadIcon aria-hidden="true" />
            )}
            <span>
              {toast.title}
              {toast.text !== undefined && <span className="soft"> {toast.text}</span>}
            </span>
          </p>
        )}
      </div>
      {toast?.failed && (
        <RemedyButton {...toast.failed} look="quiet" onClick={() => dismiss(toast.id)} />
      )}
      {!toast && (
        <KeyHints
          hints={hints.map(([id, label]) => ({ keys: keyNames(firstKeys(id), mac, text), label }))}
        />
      )}
    </footer>
  )
}
