/**
 * What has just been taken off the list, and what could not be removed. The main process counts the
 * time; every window that tells things shows the same.
 */
import type { ServiceView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import type { Removal } from '../../../shared/removal'
import type { Text } from '../../../shared/text'
import { useActions, useFormats, useSnapshot, useText } from '../../stores/context'
import { findService } from '../../stores/places'
import { Button, IconButton } from '../../ui/button'
import { CloseIcon } from '../../ui/icons'
import { LastingToast } from '../../ui/toast'
import { useTimeLeft } from '../../ui/use-time'

/** One message for each removal; to be drawn among the toasts. */
export function RemovalToasts() {
  const removals = useSnapshot((snapshot) => snapshot.removals)
  return removals.map((removal) =>
    removal.kind === 'waiting' ? (
      <WaitingToast key={removal.account} removal={removal} />
    ) : (
      <FailedToast key={removal.account} removal={removal} />
    ),
  )
}

type Waiting = Extract<Removal, { kind: 'waiting' }>

function WaitingToast({ removal }: { removal: Waiting }) {
  const text = useText()
  const words = text.accounts.removal
  const actions = useActions()
  const services = useSnapshot((snapshot) => snapshot.services)
  const { account, label, adapter } = removal
  return (
    <LastingToast
      tone="good"
      title={words.told(label)}
      text={whatFollows(removal, findService(services, adapter), text)}
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

function FailedToast({ removal }: { removal: Extract<Removal, { kind: 'failed' }> }) {
  const text = useText()
  const words = text.accounts.removal
  const actions = useActions()
  const { account, label, failure } = removal
  const here = isHere(failure)
  return (
    <LastingToast
      tone="bad"
      title={text.accounts.failed(label, text.failures[failure.code].title)}
      text={here ? words.failedHere : words.failedThere}
    >
      <Button
        aria-label={here ? words.againOf(label) : words.anywayOf(label)}
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

/** Whether the keychain or the disk is what failed, so that leaving the service out would not help. */
function isHere({ code }: Failure): boolean {
  return code.startsWith('keychain-') || code === 'disk-failed' || code === 'book-read-only'
}
