/** What only this window knows: where it is, what is searched for, what it has to tell. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AccountId, AdapterId } from '../../shared/account'
import type { Place as SharedPlace } from '../../shared/contract'
import type { AttemptId } from '../../shared/flow'
import type { Failure } from '../../shared/failure'
import type { FailureOffers } from '../../shared/failure-remedy'
import { maskAddresses } from '../../shared/mask-address'
import type { ListFilter } from './shown-accounts'
import type { Mirror } from './mirror'

/** Where the window can be: what the main process may ask for, and the window's own places. */
export type Place =
  | Exclude<SharedPlace, { kind: 'add' | 'shortcuts' | 'backup' }>
  | { kind: 'add'; adapter?: AdapterId | undefined }

export interface Toast {
  readonly id: number
  readonly tone: 'good' | 'bad'
  readonly title: string
  readonly text?: string | undefined
  /** What went wrong, and what can be done about it from here. */
  readonly failed?: { readonly failure: Failure; readonly offers: FailureOffers } | undefined
}

export interface UiState {
  readonly place: Place
  readonly query: string
  /** What the list of accounts is narrowed to, beside the search. */
  readonly filter: ListFilter | undefined
  /** Whether hidden accounts are shown at the end of the list. */
  readonly showHidden: boolean
  /** What was last done to the list, read out to those who do not see it. */
  readonly listNews: string
  readonly toasts: readonly Toast[]
  /** How many toasts there have been, those that are gone included. */
  readonly told: number
  /** The account that the person is asked about before it is logged out; that stands in the way. */
  readonly question: AccountId | undefined
  /** What the settings are to begin with, because it was asked for in another window. */
  readonly backupAsked: 'export' | 'import' | undefined
  /** What lies over the page, called by a key. */
  readonly overlay: 'palette' | 'shortcuts' | undefined
  /** The address that an attempt begins with, because it was typed in the one before. */
  readonly carried: { readonly attempt: AttemptId; readonly email: string } | undefined
}

export type UiStore = StoreApi<UiState>

export function createUi(): UiStore {
  return createStore<UiState>(() => ({
    place: { kind: 'home' },
    query: '',
    filter: undefined,
    showHidden: false,
    listNews: '',
    toasts: [],
    told: 0,
    question: undefined,
    backupAsked: undefined,
    overlay: undefined,
    carried: undefined,
  }))
}

/** How many toasts stand at once; older ones make room. */
const toastLimit = 2

/**
 * Adds a toast. No id is used twice, even after its toast is gone: the page would take the new toast for the
 * one before, which is neither read out once more nor given a time of its own.
 */
export function withToast(
  state: UiState,
  toast: Omit<Toast, 'id'>,
): Pick<UiState, 'toasts' | 'told'> {
  const told = state.told + 1
  return { told, toasts: [...state.toasts, { id: told, ...toast }].slice(-toastLimit) }
}

/** From when addresses are hidden, none stays in what was told before. */
export function coverWhatWasTold(mirror: Mirror, ui: UiStore): void {
  mirror.store.subscribe(({ snapshot }, before) => {
    if (!snapshot?.settings.hideAddresses || before.snapshot?.settings.hideAddresses) return
    ui.setState(({ toasts, listNews }) => ({
      listNews: maskAddresses(listNews),
      toasts: toasts.map((toast) => ({ ...toast, title: maskAddresses(toast.title) })),
    }))
  })
}

/** Goes to a place. What was told at the one before belongs there, and is dropped with it. */
export function withPlace(state: UiState, place: Place): Pick<UiState, 'place' | 'toasts'> {
  return { place, toasts: samePlace(state.place, place) ? state.toasts : [] }
}

/** Whether an attempt is what the window shows. */
export function isOpen({ place }: UiState, attempt: AttemptId): boolean {
  return place.kind === 'attempt' && place.attempt === attempt
}

/** Notes where the window is, and gives what tells whether it is still there. */
export function stillHere(ui: UiStore): () => boolean {
  const { place } = ui.getState()
  return () => samePlace(ui.getState().place, place)
}

function samePlace(one: Place, other: Place): boolean {
  switch (one.kind) {
    case 'home':
      return other.kind === one.kind
    case 'account':
      return other.kind === 'account' && other.account === one.account
    case 'attempt':
      return other.kind === 'attempt' && other.attempt === one.attempt
    case 'add':
      return other.kind === 'add' && other.adapter === one.adapter
  }
}
