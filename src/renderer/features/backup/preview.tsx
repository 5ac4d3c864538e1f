import { useEffect, useMemo, useRef, useState } from 'react'
import type { BackupItem, BackupPreview } from '../../../shared/backup'
import { coverPreview } from '../../../shared/cover-backup'
import type { Failure } from '../../../shared/failure'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { useFocusLater } from '../../ui/use-focus-inside'
import { FailureNotice } from '../failure/failure-notice'
import { PreviewGroup } from './preview-group'

/** The order in which groups stand: what is new first, what takes another one's place last. */
const kinds: readonly BackupItem['kind'][] = [
  'account',
  'site',
  'settings',
  'description',
  'token',
  'password',
]

/** What an import would change, to be read and ticked before anything is. */
export function Preview({ file, onAnother }: { file: string; onAnother: () => void }) {
  const { previewBackup } = useActions()
  const [preview, setPreview] = useState<BackupPreview>()
  const [failure, setFailure] = useState<Failure>()
  const hides = useSnapshot(({ settings }) => settings.hideAddresses)
  const shown = useMemo(
    () => (hides && preview ? coverPreview(preview) : preview),
    [hides, preview],
  )
  useEffect(() => {
    let gone = false
    void previewBackup().then((answer) => {
      if (gone) return
      if (answer.ok) setPreview(answer.value)
      else setFailure(answer.failure)
    })
    return () => {
      gone = true
    }
  }, [previewBackup])
  if (failure) return <NotRead failure={failure} onAnother={onAnother} />
  return shown ? <Choice file={file} preview={shown} /> : null
}

/** What is known of the file is gone, so that it has to be chosen once more. */
function NotRead({ failure, onAnother }: { failure: Failure; onAnother: () => void }) {
  const text = useText()
  const { endImport } = useActions()
  return (
    <>
      <FailureNotice
        failure={failure}
        serviceName={text.app.name}
        offers={{ 'another-file': onAnother, retry: onAnother }}
        leads
      />
      <div className="backup-actions">
        <Button onClick={() => void endImport()}>{text.app.close}</Button>
      </div>
    </>
  )
}

function Choice({ file, preview }: { file: string; preview: BackupPreview }) {
  const { app, backup: text } = useText()
  const words = text.preview
  const { importBackup, endImport } = useActions()
  const { items, same } = preview
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  useFocusLater(heading, panel)
  const [ticked, setTicked] = useState<ReadonlySet<number>>(
    () => new Set(items.flatMap((item) => (item.ticked ? [item.id] : []))),
  )
  const isTaken = (item: BackupItem): boolean => ticked.has(item.id) && isPossible(item, ticked)
  const taken = items.filter(isTaken)
  const tick = (some: readonly BackupItem[], on: boolean): void => {
    const next = new Set(ticked)
    for (const { id } of some) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setTicked(next)
  }
  const nothing = same + preview.leftOut.count === 0 ? words.empty : words.nothing
  return (
    <div ref={panel} className="backup-panel" role="group" aria-label={words.title(file)}>
      <h3 ref={heading} tabIndex={-1} className="backup-title">
        {words.title(file)}
      </h3>
      <p className="soft">{items.length === 0 ? nothing : words.text}</p>
      {kinds.map((kind) => {
        const group = items.filter((item) => item.kind === kind)
        return (
          group.length > 0 && (
            <PreviewGroup
              key={kind}
              kind={kind}
              items={group}
              ticked={ticked}
              isPossible={(item) => isPossible(item, ticked)}
              onTick={tick}
            />
          )
        )
      })}
      {same > 0 && <p className="soft">{words.same(same)}</p>}
      <LeftOut leftOut={preview.leftOut} />
      <div className="backup-actions">
        {items.length > 0 && (
          <Button
            look="primary"
            unavailable={taken.length === 0}
            onClick={() => void importBackup(taken.map(({ id }) => id))}
          >
            {words.submit(taken.length)}
          </Button>
        )}
        <Button look={items.length > 0 ? 'quiet' : 'plain'} onClick={() => void endImport()}>
          {items.length > 0 ? text.cancel : app.close}
        </Button>
      </div>
    </div>
  )
}

/** An account of a site comes only with the site. */
function isPossible(item: BackupItem, ticked: ReadonlySet<number>): boolean {
  return item.kind !== 'account' || item.site === undefined || ticked.has(item.site)
}

function LeftOut({ leftOut }: Pick<BackupPreview, 'leftOut'>) {
  const { backup: text, prose } = useText()
  const words = text.preview
  const { count, named } = leftOut
  if (count === 0) return null
  const rest = count - named.length
  return (
    <div className="backup-group">
      <h4>{words.leftOut(count)}</h4>
      <p className="soft">{words.leftOutText}</p>
      <ul className="backup-troubles">
        {named.map(({ name, why }, at) => (
          <li key={at}>
            <strong>{prose.label(name === '' ? words.unnamed : name)}</strong>{' '}
            <span className="soft">{words.reasons[why]}</span>
          </li>
        ))}
        {rest > 0 && <li className="soft">{text.more(rest)}</li>}
      </ul>
    </div>
  )
}
