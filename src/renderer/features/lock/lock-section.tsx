/**
 * The lock in the settings: whether there is a passphrase, what can be done with it, and when Latchkey
 * locks by itself. Every state is one notice; a form stands beneath the button that asks for it.
 */
import './lock.css'
import { useState, type ReactNode } from 'react'
import type { LockView } from '../../../shared/lock'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/page'
import { News } from '../../ui/news'
import { ChangeForm, RemoveForm, SetForm } from './lock-forms'
import { LockRows } from './lock-rows'
import { lockTitle, ResealingNotice } from './resealing-notice'

type Form = 'set' | 'change' | 'remove'

export function LockSection() {
  const words = useText().lock
  const lock = useSnapshot((snapshot) => snapshot.lock)
  const [form, setForm] = useState<Form>()
  const [changed, setChanged] = useState(false)
  const asks = (one: Form, label: string) => (
    <Button
      aria-expanded={form === one}
      onClick={() => {
        setChanged(false)
        setForm(form === one ? undefined : one)
      }}
    >
      {label}
    </Button>
  )
  const end = () => setForm(undefined)
  const possible = form !== undefined && formsOf(lock).includes(form)
  return (
    <Section title={words.title}>
      <LockNotice lock={lock} asks={asks} changed={changed} />
      <News words={changed ? words.change.done : lockTitle(lock, words)} />
      {possible && form === 'set' && <SetForm onEnd={end} />}
      {possible && form === 'change' && (
        <ChangeForm onEnd={end} onChanged={() => setChanged(true)} />
      )}
      {possible && form === 'remove' && <RemoveForm onEnd={end} />}
      {staysOn(lock) && <LockRows />}
    </Section>
  )
}

/** Which forms there are as the lock stands; one that was open for another state goes with it. */
function formsOf(lock: LockView): readonly Form[] {
  switch (lock.kind) {
    case 'off':
      return ['set']
    case 'open':
      return ['change', 'remove']
    case 'stopped':
      return lock.to === 'sealed' ? ['remove'] : []
    case 'resealing':
    case 'locked':
      return []
  }
}

/** Whether there will be a passphrase when all is done. */
function staysOn(lock: LockView): boolean {
  switch (lock.kind) {
    case 'open':
    case 'locked':
      return true
    case 'resealing':
    case 'stopped':
      return lock.to === 'sealed'
    case 'off':
      return false
  }
}

interface LockNoticeProps {
  readonly lock: LockView
  readonly asks: (form: Form, label: string) => ReactNode
  /** The passphrase was just changed. */
  readonly changed: boolean
}

function LockNotice({ lock, asks, changed }: LockNoticeProps) {
  const words = useText().lock
  const { lockNow } = useActions()
  switch (lock.kind) {
    case 'off':
      return (
        <Notice tone="info" title={words.off.title} actions={asks('set', words.off.begin)}>
          {words.off.text}
        </Notice>
      )
    case 'open':
      return (
        <Notice
          tone={lock.oldCopy === true ? 'warning' : 'good'}
          title={changed ? words.change.done : words.open.title}
          actions={
            <>
              <Button onClick={() => void lockNow()}>{words.open.lockNow}</Button>
              {asks('change', words.open.change)}
              {asks('remove', words.open.turnOff)}
            </>
          }
        >
          <p>{words.open.text}</p>
          {lock.oldCopy === true && <p>{words.open.oldCopy}</p>}
        </Notice>
      )
    case 'resealing':
    case 'stopped':
      return (
        <ResealingNotice
          lock={lock}
          others={lock.to === 'sealed' && asks('remove', words.open.turnOff)}
        />
      )
    case 'locked':
      return null
  }
}
