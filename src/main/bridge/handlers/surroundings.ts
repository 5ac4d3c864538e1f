/** Calls about what surrounds the accounts: the snapshot, the keychain, the window itself. */
import type { Place, WindowKind } from '../../../shared/contract'
import { fail, ok, type Result } from '../../../shared/failure'
import { packSnapshot } from '../../../shared/pack'
import type { Book } from '../../accounts/book'
import { keepInMemory } from '../../accounts/in-memory'
import type { Servers } from '../../accounts/servers'
import type { Runner } from '../../flows/runner'
import type { Keychain } from '../../keychain/keychain'
import type { Lock } from '../../lock/lock'
import type { Handlers } from '../dispatcher'
import type { Mirror } from '../mirror'
import { veilSnapshot } from '../veil'

type SurroundingCalls = Extract<
  keyof Handlers,
  `state.${string}` | `keychain.${string}` | `window.${string}`
>

export interface SurroundingHandlersOptions {
  readonly book: Book
  readonly mirror: Mirror
  readonly keychain: Keychain
  readonly lock: Pick<Lock, 'isLocked'>
  readonly runner: Runner
  readonly servers: Servers
  /** Opens a page in the person's browser, if it is one that Latchkey may open. */
  readonly openSite: (url: string) => Promise<Result<void>>
  readonly mailbox: string | undefined
  /** Copies for a limited time. */
  readonly copySecret: (secret: string) => Promise<number>
  readonly windows: WindowDesk
}

/** What pages may ask of the program's windows; a window is named by the id of its caller. */
export interface WindowDesk {
  open(kind: WindowKind, place: Place | undefined): void
  close(windowId: number): void
  /** Whether something is typed or under way there that must not go when the window loses the focus. */
  hold(windowId: number, held: boolean): void
}

export function surroundingHandlers(
  options: SurroundingHandlersOptions,
): Pick<Handlers, SurroundingCalls> {
  const { book, mirror, keychain, lock, runner, servers } = options
  return {
    'state.snapshot': () => {
      const snapshot = mirror.snapshot()
      return ok(packSnapshot(lock.isLocked ? veilSnapshot(snapshot) : snapshot))
    },
    'keychain.retry': async () => ok(await keychain.retry()),
    'keychain.stopAsking': () => {
      keychain.stopAsking()
      return ok(null)
    },
    'keychain.useMemory': () => {
      keepInMemory(keychain, book)
      return ok(keychain.state)
    },
    'window.open': ({ window, place }) => {
      options.windows.open(window, place)
      return ok(null)
    },
    'window.close': (_input, caller) => {
      options.windows.close(caller.windowId)
      return ok(null)
    },
    'window.hold': ({ held }, caller) => {
      options.windows.hold(caller.windowId, held)
      return ok(null)
    },
    'window.paste': (_input, caller) => {
      caller.paste()
      return ok(null)
    },
    'window.copySecret': async ({ secret }) => ok({ clearsAt: await options.copySecret(secret) }),
    'window.openSite': async (input) => {
      const url = siteOf(input)
      if (url === undefined) return fail('not-found')
      const opened = await options.openSite(url)
      return opened.ok ? ok(null) : opened
    },
  }

  function siteOf(input: Parameters<Handlers['window.openSite']>[0]): string | undefined {
    switch (input.what) {
      case 'attempt': {
        const site = runner.site(input.attempt)
        // What a person does on a service's own site is done in the mailbox when it is the sandbox.
        return site?.kind === 'sandbox' ? (options.mailbox ?? site.url) : site?.url
      }
      case 'server': {
        const server = servers.find(input.server)
        return server && servers.siteOf(server)
      }
      case 'mailbox':
        return options.mailbox
    }
  }
}
