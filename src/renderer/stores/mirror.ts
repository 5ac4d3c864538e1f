/**
 * The window's mirror of the main process: one snapshot, kept current by small changes. It holds no
 * truth of its own; whatever does not fit is answered by asking for the whole state again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Change, Snapshot } from '../../shared/contract'
import { unpackChange, unpackSnapshot } from '../../shared/pack'
import type { Failure } from '../../shared/failure'
import type { AttemptId, AttemptView } from '../../shared/flow'
import type { Bridge } from '../bridge'
import { applyChange, newerTurn } from './apply-change'

/**
 * The attempt on the screen. It is held apart from the snapshot because a finished attempt leaves the
 * main process at once, while its last screen has to stay until the person has read it.
 */
export interface ShownAttempt {
  readonly attempt: AttemptView
  /** The main process no longer has it. */
  readonly gone: boolean
}

export interface MirrorState {
  readonly snapshot: Snapshot | undefined
  /** Why the first snapshot could not be had. */
  readonly failure: Failure | undefined
  readonly shown: ShownAttempt | undefined
}

export interface Mirror {
  readonly store: StoreApi<MirrorState>
  /** Begins to listen and asks for the first snapshot. Gives the function that ends it. */
  start(): () => void
  /** Asks for a snapshot again, after a failure. */
  reload(): Promise<void>
  /** Puts an attempt on the screen. */
  show(attempt: AttemptView): void
  /** Puts the attempt with this id on the screen: now, or as soon as the main process tells of it. */
  open(id: AttemptId): void
  /** Takes the answer to a call of the attempt on the screen; late and foreign ones are dropped. */
  receive(attempt: AttemptView): void
  /** Takes the attempt off the screen. */
  hide(): void
}

/** Makes a mirror that is empty until it is started. */
export function createMirror(bridge: Bridge): Mirror {
  const store = createStore<MirrorState>(() => ({
    snapshot: undefined,
    failure: undefined,
    shown: undefined,
  }))
  /** Changes that came while a snapshot was on its way. */
  let early: Change[] = []
  let loading = false
  /** The attempt that belongs on the screen but is not known yet. */
  let wanted: AttemptId | undefined

  function showWanted(): void {
    const attempt = wanted && find(store.getState().snapshot?.attempts, wanted)
    if (attempt) show(attempt)
  }

  function show(attempt: AttemptView): void {
    const { shown } = store.getState()
    const same = shown?.attempt.id === attempt.id
    wanted = undefined
    store.setState({
      shown: { attempt: same ? newerTurn(shown.attempt, attempt) : attempt, gone: false },
    })
  }

  function hide(): void {
    wanted = undefined
    store.setState({ shown: undefined })
  }

  async function reload(): Promise<void> {
    if (loading) return
    loading = true
    const answer = await bridge.call('state.snapshot', {})
    loading = false
    if (!answer.ok) {
      store.setState({ failure: answer.failure })
      return
    }
    const snapshot = unpackSnapshot(answer.value)
    const shown = shownAfterSnapshot(store.getState().shown, snapshot)
    store.setState({ snapshot, failure: undefined, shown })
    const waiting = early.sort((one, other) => one.rev - other.rev)
    early = []
    for (const change of waiting) take(change)
    showWanted()
  }

  function take(change: Change): void {
    const { snapshot, shown } = store.getState()
    if (!snapshot || loading) {
      early.push(change)
      return
    }
    if (change.rev <= snapshot.rev) return
    if (change.rev > snapshot.rev + 1) {
      early.push(change)
      void reload()
      return
    }
    const after = applyChange(snapshot, change)
    const locked = after.lock.kind === 'locked'
    store.setState({
      snapshot: after,
      shown: locked ? undefined : shownAfterChange(shown, change),
    })
    showWanted()
    // While Latchkey was locked, nothing of accounts was told.
    if (snapshot.lock.kind === 'locked' && !locked) void reload()
  }

  function receive(attempt: AttemptView): void {
    const { shown } = store.getState()
    if (shown?.attempt.id !== attempt.id) return
    store.setState({ shown: { ...shown, attempt: newerTurn(shown.attempt, attempt) } })
  }

  return {
    store,
    start() {
      const end = bridge.on('state.changed', (change) => take(unpackChange(change)))
      void reload()
      return end
    },
    reload,
    show,
    open(id) {
      if (store.getState().shown?.attempt.id === id) return
      hide()
      wanted = id
      showWanted()
    },
    receive,
    hide,
  }
}

function find(attempts: readonly AttemptView[] | undefined, id: AttemptId) {
  return attempts?.find((attempt) => attempt.id === id)
}

function shownAfterChange(
  shown: ShownAttempt | undefined,
  change: Change,
): ShownAttempt | undefined {
  if (!shown) return undefined
  const arrived = find(change.attempts, shown.attempt.id)
  const gone = shown.gone || (change.goneAttempts?.includes(shown.attempt.id) ?? false)
  if (!arrived && gone === shown.gone) return shown
  return { attempt: arrived ? newerTurn(shown.attempt, arrived) : shown.attempt, gone }
}

function shownAfterSnapshot(
  shown: ShownAttempt | undefined,
  snapshot: Snapshot,
): ShownAttempt | undefined {
  if (!shown) return undefined
  const arrived = find(snapshot.attempts, shown.attempt.id)
  return arrived
    ? { attempt: newerTurn(shown.attempt, arrived), gone: false }
    : { attempt: shown.attempt, gone: true }
}
