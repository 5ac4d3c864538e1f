/**
 * Parts of a window that its first sight does without. Their code is read as soon as that has been
 * painted, so that it keeps nothing away from it and is there before anybody can press for it.
 */
import { useSyncExternalStore, type ComponentType } from 'react'

/** Something that is not here at first. */
export interface Later<T> {
  /** What has come, or why it could not; undefined until then. */
  readonly now: () => { readonly value: T } | { readonly error: unknown } | undefined
  /** Has it read, but not before the first sight, and calls back once when that has ended. */
  readonly need: (arrived: () => void) => () => void
}

const all = new Set<Later<unknown>>()
/** The first sight is there, so that whatever is needed may be read at once. */
let sighted = false

/** Reads whatever a window needs later, once its first sight has been painted. */
export async function readParts(): Promise<void> {
  sighted = true
  await Promise.all([...all].map((one) => new Promise<void>((done) => one.need(done))))
}

/** Something that is read later, once. */
export function later<T>(read: () => Promise<T>): Later<T> {
  let come: ReturnType<Later<T>['now']>
  let coming: Promise<void> | undefined
  const waiting = new Set<() => void>()

  async function arrive(): Promise<void> {
    try {
      come = { value: await read() }
    } catch (error) {
      come = { error }
    }
    for (const arrived of [...waiting]) arrived()
    waiting.clear()
  }

  const part: Later<T> = {
    now: () => come,
    need(arrived) {
      if (come) {
        arrived()
        return () => undefined
      }
      waiting.add(arrived)
      if (sighted) coming ??= arrive()
      return () => waiting.delete(arrived)
    },
  }
  all.add(part)
  return part
}

/**
 * A component that is read later, and draws nothing until then. Without a sign of waiting: what lies on
 * the same disk is here before one could be seen. What cannot be read is a mishap of the window.
 */
export function laterPart<P extends object>(
  read: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  const part = later(read)
  return function LaterPart(props: P) {
    const come = useSyncExternalStore(part.need, part.now)
    if (!come) return null
    if ('error' in come) throw come.error
    const { value: Part } = come
    return <Part {...props} />
  }
}

/** Begins an effect as soon as what it needs is here. Gives the function that ends it. */
export function onceHere<T>(part: Later<T>, begin: (value: T) => () => void): () => void {
  let end: (() => void) | undefined
  const forget = part.need(() => {
    const come = part.now()
    if (come && 'value' in come) end = begin(come.value)
  })
  return () => {
    forget()
    end?.()
  }
}
