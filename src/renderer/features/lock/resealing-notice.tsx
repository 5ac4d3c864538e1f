import './lock.css'
import type { ReactNode } from 'react'
import type { FailureCode } from '../../../shared/failure'
import type { LockView } from '../../../shared/lock'
import type { Text } from '../../../shared/text'
import { sentences } from '../../../shared/text/sentences'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { ProgressBar } from '../../ui/progress'

export type Resealing = Extract<LockView, { kind: 'resealing' | 'stopped' }>

/** What the lock is, in one line; read out when it changes. */
export function lockTitle(lock: LockView, words: Text['lock']): string {
  switch (lock.kind) {
    case 'off':
    case 'open':
      return words[lock.kind].title
    case 'resealing':
    case 'stopped':
      return words[lock.kind].title[lock.to]
    case 'locked':
      return ''
  }
}

/** How far sealing or unsealing is, or why it has stopped; with other ways to go on than its own. */
export function ResealingNotice({ lock, others }: { lock: Resealing; others?: ReactNode }) {
  switch (lock.kind) {
    case 'resealing':
      return <Under lock={lock} />
    case 'stopped':
      return <Stopped lock={lock} others={others} />
  }
}

function Under({ lock }: { lock: Extract<Resealing, { kind: 'resealing' }> }) {
  const words = useText().lock.resealing
  const { stopResealing } = useActions()
  return (
    <Notice
      tone="info"
      title={words.title[lock.to]}
      actions={<Button onClick={() => void stopResealing()}>{words.stop}</Button>}
    >
      <Progress lock={lock} />
      <p>{words.text[lock.to]}</p>
    </Notice>
  )
}

function Stopped(props: { lock: Extract<Resealing, { kind: 'stopped' }>; others: ReactNode }) {
  const { lock, others } = props
  const words = useText().lock.stopped
  const { goOnResealing } = useActions()
  return (
    <Notice
      tone={lock.failure ? 'bad' : 'warning'}
      title={words.title[lock.to]}
      actions={
        <>
          <Button onClick={() => void goOnResealing()}>{words.goOn}</Button>
          {others}
        </>
      }
    >
      <Progress lock={lock} />
      <Reason lock={lock} />
      <p>{words.text[lock.to]}</p>
    </Notice>
  )
}

function Progress({ lock: { done, total } }: { lock: Resealing }) {
  const words = useText().lock.resealing
  const told = words.told(done, total)
  return (
    <div className="lock-progress">
      <ProgressBar label={words.progress} done={done} total={total} told={told} />
      <span className="soft">{told}</span>
    </div>
  )
}

/** What stood in the way, at which account, and what to do. */
function Reason({ lock }: { lock: Extract<Resealing, { kind: 'stopped' }> }) {
  const text = useText()
  const words = text.lock.stopped
  const label = useSnapshot(({ accounts }) => accounts.find(({ id }) => id === lock.account)?.label)
  const { failure } = lock
  if (!failure) return null
  const own: Partial<Record<FailureCode, { title: string; text: string }>> = {
    'secret-too-large': words.tooLarge,
    'secret-missing': words.missing,
  }
  const why = own[failure.code] ?? text.failures[failure.code]
  return <p>{sentences(words.at(label, why.title), why.text)}</p>
}
