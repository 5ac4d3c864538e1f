/**
 * The unlock window: one state, one sentence, one action. It is the only window while Latchkey is
 * locked, and shows nothing of any account.
 */
import './unlock.css'
import { useEffect, useState, type ReactNode } from 'react'
import type { LockView } from '../../../shared/lock'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Mark } from '../../ui/icons'
import { FailureNotice } from '../failure/failure-notice'
import { SubmitLine } from '../lock/submit-line'
import { useSending } from '../lock/use-sending'
import { useTriedPassphrase } from '../lock/use-tried-passphrase'
import { PassphraseField } from '../passphrase/passphrase-field'
import { Ready } from '../shell/ready'
import { useCloseKey } from '../shell/use-close-key'

type Locked = Extract<LockView, { kind: 'locked' }>

export function UnlockWindow() {
  return (
    <Ready evenLocked>
      <UnlockPage />
    </Ready>
  )
}

function UnlockPage() {
  const lock = useSnapshot((snapshot) => snapshot.lock)
  useCloseKey()
  return lock.kind === 'locked' ? <Unlock lock={lock} /> : <Opened />
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="unlock">
      <Mark />
      <h1 className="unlock-title">{title}</h1>
      {children}
    </main>
  )
}

function Unlock({ lock }: { lock: Locked }) {
  const text = useText()
  const words = text.lock.unlock
  const { unlock } = useActions()
  const passphrase = useTriedPassphrase(lock.retryAt)
  const sending = useSending(passphrase.refuse, () => passphrase.type(''))
  // Wrong ones that came before this window may have been somebody else's.
  const [earlier] = useState(lock.failedTries)
  const { input } = passphrase
  useEffect(() => input.current?.focus(), [input])
  return (
    <Frame title={words.title}>
      <p className="soft">{words.text}</p>
      <form
        className="unlock-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (passphrase.check()) void sending.send(() => unlock(passphrase.value))
        }}
      >
        <PassphraseField
          label={text.passphrase.label}
          value={passphrase.value}
          error={passphrase.error}
          input={input}
          frozen={sending.busy}
          onType={passphrase.type}
        />
        {sending.failure && (
          <FailureNotice failure={sending.failure} serviceName={text.app.name} offers={{}} />
        )}
        <SubmitLine label={words.submit} busy={sending.busy} wait={passphrase.wait} />
      </form>
      {earlier > 0 && <p className="soft unlock-remark">{words.tries(earlier)}</p>}
      <Forgotten />
    </Frame>
  )
}

function Forgotten() {
  const words = useText().lock.unlock
  const [open, setOpen] = useState(false)
  return (
    <div className="unlock-remark">
      <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.forgotten}
      </Button>
      {open && <p className="soft">{words.forgottenText}</p>}
    </div>
  )
}

/** Stands here for the moment in which the main window comes. */
function Opened() {
  const words = useText().lock.unlock
  const actions = useActions()
  return (
    <Frame title={words.opened}>
      <Button
        look="primary"
        onClick={() => {
          void actions.openWindow('main')
          void actions.closeWindow()
        }}
      >
        {words.toMain}
      </Button>
    </Frame>
  )
}
