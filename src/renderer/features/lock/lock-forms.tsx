/** What is asked for to set, change and remove the passphrase. */
import { useActions, useText } from '../../stores/context'
import { Notice } from '../../ui/notice'
import { NewPassphraseField } from '../passphrase/new-passphrase-field'
import { PassphraseField } from '../passphrase/passphrase-field'
import { useNewPassphrase } from '../passphrase/use-new-passphrase'
import { LockForm } from './lock-form'
import { useSending } from './use-sending'
import { useTriedPassphrase } from './use-tried-passphrase'

export interface LockFormsProps {
  readonly onEnd: () => void
}

export function SetForm({ onEnd }: LockFormsProps) {
  const text = useText()
  const words = text.lock.turnOn
  const { setPassphrase } = useActions()
  const next = useNewPassphrase()
  const sending = useSending((failure) => next.refuse(failure, 'passphrase'), onEnd)
  return (
    <LockForm
      title={words.title}
      submit={words.submit}
      sending={sending}
      first={next.input}
      onCancel={onEnd}
      onSubmit={() => {
        if (next.check()) void sending.send(() => setPassphrase(next.value))
      }}
    >
      <NewPassphraseField label={text.passphrase.label} passphrase={next} frozen={sending.busy} />
      <Notice tone="warning" title={words.noWayBack}>
        {words.noWayBackText}
      </Notice>
    </LockForm>
  )
}

export function ChangeForm({ onEnd, onChanged }: LockFormsProps & { onChanged: () => void }) {
  const text = useText()
  const words = text.lock.change
  const { changePassphrase } = useActions()
  const current = useTriedPassphrase()
  const next = useNewPassphrase()
  const sending = useSending(
    (failure) => current.refuse(failure) || next.refuse(failure, 'next'),
    () => {
      onEnd()
      onChanged()
    },
  )
  return (
    <LockForm
      title={words.title}
      text={words.text}
      submit={words.submit}
      sending={sending}
      wait={current.wait}
      first={current.input}
      onCancel={onEnd}
      onSubmit={() => {
        if (!current.check() || !next.check()) return
        void sending.send(() => changePassphrase(current.value, next.value))
      }}
    >
      <CurrentField current={current} frozen={sending.busy} />
      <NewPassphraseField label={text.passphrase.new} passphrase={next} frozen={sending.busy} />
    </LockForm>
  )
}

export function RemoveForm({ onEnd }: LockFormsProps) {
  const words = useText().lock.turnOff
  const { removePassphrase } = useActions()
  const current = useTriedPassphrase()
  const sending = useSending(current.refuse, onEnd)
  return (
    <LockForm
      title={words.title}
      text={words.text}
      submit={words.submit}
      sending={sending}
      wait={current.wait}
      first={current.input}
      onCancel={onEnd}
      onSubmit={() => {
        if (current.check()) void sending.send(() => removePassphrase(current.value))
      }}
    >
      <CurrentField current={current} frozen={sending.busy} />
    </LockForm>
  )
}

interface CurrentFieldProps {
  readonly current: ReturnType<typeof useTriedPassphrase>
  readonly frozen: boolean
}

function CurrentField({ current, frozen }: CurrentFieldProps) {
  return (
    <PassphraseField
      label={useText().passphrase.current}
      value={current.value}
      error={current.error}
      input={current.input}
      frozen={frozen}
      onType={current.type}
    />
  )
}
