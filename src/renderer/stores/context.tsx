/** Hands the stores of this window to its screens. */
import { createContext, use, useEffectEvent, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type {
  AccountView,
  AdapterId,
  ServerId,
  ServerView,
  ServiceView,
} from '../../shared/account'
import type { Snapshot } from '../../shared/contract'
import type { Text } from '../../shared/text'
import { formatsFor, hidingAddresses, type Formats } from '../../shared/text/format'
import type { Bridge } from '../bridge'
import type { Spoken, Words } from '../words'
import { createActions, type Actions } from './actions'
import { createMirror, spokenIn, type Mirror, type MirrorState } from './mirror'
import { findServer, findService, unknownServer, unknownService } from './places'
import { coverWhatWasTold, createUi, type UiState, type UiStore } from './ui'

/** Everything a screen needs: what the main process says, what this window knows, what can be done. */
export interface Latchkey {
  readonly mirror: Mirror
  readonly ui: UiStore
  readonly actions: Actions
}

/** Puts a window together on a bridge. */
export function createLatchkey(bridge: Bridge, words: Words): Latchkey {
  const mirror = createMirror(bridge, words)
  const ui = createUi()
  const actions = createActions(bridge, mirror, ui)
  coverWhatWasTold(mirror, ui)
  return { mirror, ui, actions }
}

const Context = createContext<Latchkey | undefined>(undefined)

/** Draws what is in it as soon as there are words for it. */
export function LatchkeyProvider(props: { latchkey: Latchkey; children: ReactNode }) {
  const { latchkey, children } = props
  const speaks = useStore(latchkey.mirror.store, ({ words }) => words !== undefined)
  return <Context value={latchkey}>{speaks ? children : null}</Context>
}

function useLatchkey(): Latchkey {
  const latchkey = use(Context)
  if (!latchkey) throw new Error('This component needs a LatchkeyProvider around it.')
  return latchkey
}

export function useActions(): Actions {
  return useLatchkey().actions
}

/** Asks for the snapshot again. */
export function useReload(): () => void {
  const { mirror } = useLatchkey()
  return () => void mirror.reload()
}

export function useMirror<T>(select: (state: MirrorState) => T): T {
  return useStore(useLatchkey().mirror.store, select)
}

/** Reads the snapshot; only for screens that are drawn once there is one. */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  return useMirror(({ snapshot }) => {
    if (!snapshot) throw new Error('This component is drawn only after the first snapshot.')
    return select(snapshot)
  })
}

/**
 * Gives the accounts as they are when it is called, for what is pressed: nothing is drawn anew when they
 * change.
 */
export function useAccountsNow(): () => readonly AccountView[] {
  const { store } = useLatchkey().mirror
  return () => store.getState().snapshot?.accounts ?? []
}

/**
 * The server and the service of an account or an attempt. What the snapshot does not hold is stood in
 * for; `known` tells whether both are the real ones.
 */
export function usePlace(placed: { adapter: AdapterId; server: ServerId }): {
  server: ServerView
  service: ServiceView
  known: boolean
} {
  const names = useText().accounts
  const server = useSnapshot((snapshot) => findServer(snapshot.servers, placed.server))
  const service = useSnapshot((snapshot) => findService(snapshot.services, placed.adapter))
  return {
    server: server ?? unknownServer(placed, names),
    service: service ?? unknownService(placed, names),
    known: server !== undefined && service !== undefined,
  }
}

export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(useLatchkey().ui, select)
}

/** Calls back with the query, now and whenever it changes, and has nothing drawn anew. */
export function useFollowedQuery(follow: (query: string) => void): void {
  const { ui } = useLatchkey()
  const latest = useEffectEvent(follow)
  useLayoutEffect(() => {
    latest(ui.getState().query)
    return ui.subscribe(({ query }, before) => {
      if (query !== before.query) latest(query)
    })
  }, [ui])
}

/** The words of now, and the language that they are in. */
export function useSpoken(): Spoken {
  return useMirror(spokenIn)
}

export function useText(): Text {
  return useSpoken().text
}

export function useFormats(): Formats {
  const { locale } = useSpoken()
  const hides = useMirror(({ snapshot }) => snapshot?.settings.hideAddresses ?? false)
  return useMemo(() => {
    const formats = formatsFor(locale)
    return hides ? hidingAddresses(formats) : formats
  }, [locale, hides])
}
