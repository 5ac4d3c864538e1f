/** Hands the stores of this window to its screens. */
import { createContext, use, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { AdapterId, ServerId, ServerView, ServiceView } from '../../shared/account'
import type { Snapshot } from '../../shared/contract'
import { formatsFor, hidingAddresses, textFor, type Formats, type Text } from '../../shared/text'
import { chooseLocale, type Locale } from '../../shared/text/locale'
import type { Bridge } from '../bridge'
import { createActions, type Actions } from './actions'
import { createMirror, type Mirror, type MirrorState } from './mirror'
import { findServer, findService, unknownServer, unknownService } from './places'
import { coverWhatWasTold, createUi, type UiState, type UiStore } from './ui'

/** Everything a screen needs: what the main process says, what this window knows, what can be done. */
export interface Latchkey {
  readonly mirror: Mirror
  readonly ui: UiStore
  readonly actions: Actions
}

/** Puts a window together on a bridge. */
export function createLatchkey(bridge: Bridge): Latchkey {
  const mirror = createMirror(bridge)
  const ui = createUi()
  const actions = createActions(bridge, mirror, ui)
  coverWhatWasTold(mirror, ui)
  return { mirror, ui, actions }
}

const Context = createContext<Latchkey | undefined>(undefined)

export function LatchkeyProvider(props: { latchkey: Latchkey; children: ReactNode }) {
  return <Context value={props.latchkey}>{props.children}</Context>
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

/** The language of the snapshot; before there is one, the system's. */
function useLocale(): Locale {
  return useMirror(
    ({ snapshot }) => snapshot?.surroundings.locale ?? chooseLocale(navigator.languages),
  )
}

export function useText(): Text {
  return textFor(useLocale())
}

export function useFormats(): Formats {
  const locale = useLocale()
  const hides = useMirror(({ snapshot }) => snapshot?.settings.hideAddresses ?? false)
  return useMemo(() => {
    const formats = formatsFor(locale)
    return hides ? hidingAddresses(formats) : formats
  }, [locale, hides])
}
