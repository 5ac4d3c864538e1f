/**
 * The window's mirror of the main process: one snapshot, kept current by small changes. It holds no
 * truth of its own; whatever does not fit is answered by asking for the whole state again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Change, Snapshot } from '../../shared/contract'
import { unpackChange, unpackSnapshot } from '../../shared/pack'
import type { Failure } from '../../shared/failure'
import type { AttemptId, AttemptView } from '../../shared/flow'
import type { Locale } from '../../shared/text/locale'
import type { Bridge } from '../bridge'
import type { Spoken, Words } from '../words'
import { applyChange, newerTurn } from './apply-change'
import { covered } from './covered'

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
  /** The words to draw the rest with; undefined until the first ones are here. */
  readonly words: Spoken | undefined
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

/** The words of a window that draws something. */
export function spokenIn({ words }: Pick<MirrorState, 'words'>): Spoken {
  if (!words) throw new Error('There are no words yet; nothing is drawn before them.')
  return words
}

/** Makes a mirror that is empty until it is started. */
export function createMirror(bridge: Bridge, words: Words): Mirror {
  /** The state as it is; the store holds what may be shown of it. */
  let real: MirrorState = {
    ...{ words: undefined, snapshot: undefined, failure: undefined, shown: undefined },
  }
  const store = createStore<MirrorState>(() => real)
  /** Changes that came while a snapshot was on its way. */
  let early: Change[] = []
  let loading = false
  /** The attempt that belongs on the screen but is not known yet. */
  let wanted: AttemptId | undefined

  function put(change: Partial<MirrorState>): void {
    real = { ...real, ...change }
    store.setState(covered(real))
  }

  function begin(): void {
    const locale = words.first
    const text = words.load(locale)
    if (!(text instanceof Promise)) return put({ words: { locale, text } })
    // The snapshot may have brought others by then.
    void text.then((loaded) => real.words ?? put({ words: { locale, text: loaded } }))
  }

  function showWanted(): void {
    const attempt = wanted && find(real.snapshot?.attempts, wanted)
    if (attempt) show(attempt)
  }

  function show(attempt: AttemptView): void {
    const { shown } = real
    const same = shown?.attempt.id === attempt.id
    wanted = undefined
    put({
      shown: { attempt: same ? newerTurn(shown.attempt, attempt) : attempt, gone: false },
    })
  }

  function hide(): void {
    wanted = undefined
    put({ shown: undefined })
  }

  async function speak(locale: Locale): Promise<Spoken> {
    const { words: spoken } = real
    return spoken?.locale === locale ? spoken : { locale, text: await words.load(locale) }
  }

  async function reload(): Promise<void> {
    if (loading) return
    loading = true
    const answer = await bridge.call('state.snapshot', {})
    const spoken = answer.ok ? await speak(answer.value.locale) : real.words
    loading = false
    if (!answer.ok) {
      put({ failure: answer.failure })
      return
    }
    const snapshot = unpackSnapshot(answer.value)
    const shown = shownAfterSnapshot(real.shown, snapshot)
    put({ words: spoken, snapshot, failure: undefined, shown })
    const waiting = early.sort((one, other) => one.rev - other.rev)
    early = []
    for (const change of waiting) take(change)
    showWanted()
  }

  function take(change: Change): void {
    const { snapshot, shown } = real
    if (!snapshot || loading) {
      early.push(change)
      return
    }
    if (change.rev <= snapshot.rev) return
    if (change.rev > snapshot.rev + 1 || change.locale) {
      early.push(change)
      void reload()
      return
    }
    const after = applyChange(snapshot, change)
    const locked = after.lock.kind === 'locked'
    put({
      snapshot: after,
      shown: locked ? undefined : shownAfterChange(shown, change),
    })
    showWanted()
    // While Latchkey was locked, nothing of accounts was told.
    if (snapshot.lock.kind === 'locked' && !locked) void reload()
  }

  function receive(attempt: AttemptView): void {
    const { shown } = real
    if (shown?.attempt.id !== attempt.id) return
    put({ shown: { ...shown, attempt: newerTurn(shown.attempt, attempt) } })
  }

  begin()
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
      if (real.shown?.attempt.id === id) return
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
