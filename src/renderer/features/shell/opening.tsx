import { useMirror, useReload, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Mark } from '../../ui/icons'
import { Notice } from '../../ui/notice'
import { Spinner } from '../../ui/spinner'
import { usePatience } from '../../ui/use-time'

/** What stands in the window until the first snapshot has come, or why it does not come. */
export function Opening() {
  const text = useText()
  const failure = useMirror((state) => state.failure)
  const reload = useReload()
  const patient = usePatience(!failure)
  return (
    <main className="alone">
      <h1 className="only-read">{text.app.name}</h1>
      <Mark />
      {failure ? (
        <Notice
          tone="bad"
          role="alert"
          title={text.app.failed}
          actions={<Button onClick={reload}>{text.app.tryAgain}</Button>}
        >
          {text.failures[failure.code].text}
        </Notice>
      ) : (
        patient && (
          <p className="alone-wait" role="status">
            <Spinner /> {text.app.loading}
          </p>
        )
      )}
    </main>
  )
}
