/**
 * How a window tells what came of something: good news, and failures with the one button that helps. A
 * call that fails is told with the way to make it once more.
 */
import type { AccountId, AccountView, FlowId } from '../../shared/account'
import type { CallInput } from '../../shared/contract'
import type { Failure, Result } from '../../shared/failure'
import type { FailureOffers } from '../../shared/failure-remedy'
import { maskAddresses } from '../../shared/mask-address'
import type { Text } from '../../shared/text'
import type { Mirror } from './mirror'
import { findService } from './places'
import { pageTells } from './selectors'
import { withToast, type Toast, type UiStore } from './ui'

/** Where the buttons lead. */
export interface Ways {
  readonly begin: (input: CallInput<'flow.begin'>) => void
  readonly openSite: (what: CallInput<'window.openSite'>) => void
  readonly keychain: () => void
}

export interface TellingOptions {
  readonly mirror: Mirror
  readonly ui: UiStore
  readonly text: () => Text
  readonly ways: Ways
}

export interface OrTellOptions<T> {
  /** What follows when it went well. */
  readonly done?: (value: T) => void
  /** What stands in the title around the failure's own. */
  readonly title?: (failure: string) => string
}

export type Telling = ReturnType<typeof createTelling>

/** The flow that a remedy begins for an account that is there. */
const flowOf = { 'log-in': 'login', verify: 'verify', reset: 'reset' } as const satisfies Record<
  string,
  FlowId
>

export function createTelling({ mirror, ui, text, ways }: TellingOptions) {
  const find = (id: AccountId): AccountView | undefined =>
    mirror.store.getState().snapshot?.accounts.find((one) => one.id === id)

  /** Adds a message; it may name what the person has just typed, such as a label. */
  function show(toast: Omit<Toast, 'id'>): void {
    const hides = mirror.store.getState().snapshot?.settings.hideAddresses
    const title = hides ? maskAddresses(toast.title) : toast.title
    ui.setState((state) => withToast(state, { ...toast, title }))
  }

  function tell(title: string): void {
    show({ tone: 'good', title })
  }

  function bad(failure: Failure, title: string, offers: FailureOffers): void {
    const explanation = text().failures[failure.code].text
    const failed = { failure, offers: { keychain: ways.keychain, ...offers } }
    show({ tone: 'bad', title, text: explanation, failed })
  }

  /** Tells what went wrong; `retry` is what makes the same call once more. */
  function tellFailure(
    failure: Failure,
    retry?: () => void,
    title: (failure: string) => string = (own) => own,
  ): void {
    bad(failure, title(text().failures[failure.code].title), retry ? { retry } : {})
  }

  /** Tells what went wrong for an account; one that has left the list by then has no name any more. */
  function tellAccountFailure(id: AccountId, failure: Failure, retry?: () => void): void {
    const account = find(id)
    if (!account) return tellFailure(failure, retry)
    const title = text().accounts.failed(account.label, text().failures[failure.code].title)
    bad(failure, title, { ...offersFor(account), ...(retry && { retry }) })
  }

  /**
   * Tells why a look at an account's session failed, unless the page that is open is the account's and
   * says so. For nothing else: what the last look found is not how another call ended.
   */
  function tellLookFailure(id: AccountId, failure: Failure, retry?: () => void): void {
    const { place } = ui.getState()
    const account = find(id)
    const there = place.kind === 'account' && place.account === id
    if (there && account && pageTells(account, failure)) return
    tellAccountFailure(id, failure, retry)
  }

  /** What can be done for an account at its service. */
  function offersFor(account: AccountView): FailureOffers {
    const { id, server, adapter } = account
    const service = findService(mirror.store.getState().snapshot?.services ?? [], adapter)
    const flows = Object.entries(flowOf).filter(([, flow]) => service?.flows[flow].available)
    return {
      ...Object.fromEntries(
        flows.map(([remedy, flow]) => [remedy, () => ways.begin({ flow, server, account: id })]),
      ),
      'open-site': () => ways.openSite({ what: 'server', server }),
    }
  }

  /** Makes a call and tells its failure. Gives whether it went well the first time. */
  async function orTell<T>(
    call: () => Promise<Result<T>>,
    options: OrTellOptions<T> = {},
  ): Promise<boolean> {
    const answer = await call()
    if (answer.ok) options.done?.(answer.value)
    else tellFailure(answer.failure, () => void orTell(call, options), options.title)
    return answer.ok
  }

  /**
   * The same for a call that concerns one account. `done` gets the account's label as it was before: a
   * slow answer may find the account removed.
   */
  async function orTellOf<T>(
    id: AccountId,
    call: () => Promise<Result<T>>,
    done: (value: T, label: string) => void,
    tellWrong = tellAccountFailure,
  ): Promise<void> {
    const label = find(id)?.label ?? ''
    const answer = await call()
    if (answer.ok) done(answer.value, label)
    else tellWrong(id, answer.failure, () => void orTellOf(id, call, done, tellWrong))
  }

  return { tell, tellFailure, tellAccountFailure, tellLookFailure, orTell, orTellOf }
}
