/**
 * What has just been taken off the list, and what could not be removed. The main process counts the
 * time; every window that tells things shows the same.
 */
import { useEffect, useRef, useState } from 'react'
import type { ServiceView } from '../../../shared/account'
import type { Failure, FailureCode } from '../../../shared/failure'
import type { Removal } from '../../../shared/removal'
import type { Text } from '../../../shared/text'
import { useActions, useFormats, useSnapshot, useText } from '../../stores/context'
import { findService } from '../../stores/places'
import { Button, IconButton } from '../../ui/button'
import { CloseIcon } from '../../ui/icons'
import { LastingToast, type LastingToastProps } from '../../ui/toast'
import { useReadFirst } from '../../ui/use-read-first'
import { useTimeLeft } from '../../ui/use-time'

/** How many are told side by side; the ones before them are one line. */
const inSight = 3

/** One message for each removal, the latest ones in sight; to be drawn among the toasts. */
export function RemovalToasts() {
  const removals = useSnapshot((snapshot) => snapshot.removals)
  const [unfolded, setUnfolded] = useState(false)
  const beyond = Math.max(0, removals.length - inSight)
  if (beyond === 0 && unfolded) setUnfolded(false)
  return removals.map((removal, index) => {
    const latest = index === removals.length - 1
    const place: Place = {
      hidden: !unfolded && index < beyond,
      others: beyond > 0 && latest && (
        <Others count={unfolded ? 0 : beyond} onFold={() => setUnfolded(!unfolded)} />
      ),
    }
    return removal.kind === 'waiting' ? (
      <WaitingToast key={removal.account} removal={removal} place={place} />
    ) : (
      <FailedToast key={removal.account} removal={removal} place={place} />
    )
  })
}

/** Where a message stands among the others. */
type Place = Pick<LastingToastProps, 'hidden' | 'others'>

/** Tells of those that are out of sight, and undoes all at once. */
function Others({ count, onFold }: { count: number; onFold: () => void }) {
  const text = useText()
  const words = text.accounts.removal
  const actions = useActions()
  const some = useSnapshot(({ removals }) => removals.some(({ kind }) => kind === 'waiting'))
  const line = useRef<HTMLSpanElement>(null)
  // In a small window the messages scroll; the way out of all of them is to be in sight.
  useEffect(() => line.current?.scrollIntoView({ block: 'nearest' }), [count])
  return (
    <>
      <span ref={line}>{count > 0 && text.list.more(count)}</span>
      {some && <Button onClick={() => void actions.undoRemovals()}>{words.undoAll}</Button>}
      <Button look="quiet" aria-expanded={count === 0} onClick={onFold}>
        {count > 0 ? words.unfold : words.fold}
      </Button>
    </>
  )
}

type Waiting = Extract<Removal, { kind: 'waiting' }>

function WaitingToast({ removal, place }: { removal: Waiting; place: Place }) {
  const text = useText()
  const words = text.accounts.removal
  const actions = useActions()
  const services = useSnapshot((snapshot) => snapshot.services)
  const { account, label, adapter } = removal
  // As it was when the message came: it is read out once.
  const [seconds] = useState(() => Math.round((removal.endsAt - Date.now()) / 1000))
  return (
    <LastingToast
      tone="good"
      title={words.told(label)}
      text={whatFollows(removal, findService(services, adapter), text)}
      aloud={words.undoWithin(Math.max(1, seconds))}
      {...place}
      onAttend={actions.extendRemovals}
    >
      <TimeLeft endsAt={removal.endsAt} />
      <Button aria-label={words.undoOf(label)} onClick={() => void actions.undoRemoval(account)}>
        {words.undo}
      </Button>
      <Button
        look="quiet"
        aria-label={words.nowOf(label)}
        onClick={() => actions.finishRemoval(account, false)}
      >
        {words.now}
      </Button>
    </LastingToast>
  )
}

/** For the eyes only: a number each second would drown everything else that is read out. */
function TimeLeft({ endsAt }: { endsAt: number }) {
  const formats = useFormats()
  const left = useTimeLeft(endsAt)
  return (
    <span className="toast-time" aria-hidden="true" data-radix-toast-announce-exclude="">
      {formats.countdown(left)}
    </span>
  )
}

/** What is going to happen when the time is over. */
function whatFollows(
  { hasToken }: Waiting,
  service: ServiceView | undefined,
  { accounts: { removal: words } }: Text,
): string {
  if (!hasToken || !service) return words.withoutToken
  return service.abilities.logOut
    ? words.withLogOut(service.name)
    : words.withoutLogOut(service.name)
}

interface FailedToastProps {
  readonly removal: Extract<Removal, { kind: 'failed' }>
  readonly place: Place
}

/** It comes where “remove now” was, whose second press must not be taken for “remove anyway”. */
function FailedToast({ removal, place }: FailedToastProps) {
  const text = useText()
  const words = text.accounts.removal
  const actions = useActions()
  const { account, label, failure } = removal
  const here = isHere(failure)
  const notYet = useReadFirst()
  const failed = text.failures[failure.code]
  return (
    <LastingToast
      tone="bad"
      title={text.accounts.failed(label, failed.title)}
      text={here ? failed.text : words.failedThere}
      {...place}
    >
      <Button
        aria-label={here ? words.againOf(label) : words.anywayOf(label)}
        unavailable={!here && notYet}
        onClick={() => actions.finishRemoval(account, !here)}
      >
        {here ? words.again : words.anyway}
      </Button>
      <IconButton
        label={text.app.dismiss}
        icon={<CloseIcon />}
        onClick={() => void actions.putAwayRemoval(account)}
      />
    </LastingToast>
  )
}

const fromDisk: ReadonlySet<FailureCode> = new Set([
  'disk-failed',
  'file-changed',
  'book-read-only',
])

/** Whether the keychain or the disk is what failed, so that leaving the service out would not help. */
function isHere({ code }: Failure): boolean {
  return code.startsWith('keychain-') || fromDisk.has(code)
}
