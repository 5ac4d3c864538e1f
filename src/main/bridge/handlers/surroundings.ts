/** Calls about what surrounds the accounts: the snapshot, the keychain, the window itself. */
import { fail, ok, type Result } from '../../../shared/failure'
import type { Servers } from '../../accounts/servers'
import type { Runner } from '../../flows/runner'
import type { Keychain } from '../../keychain/keychain'
import type { Handlers } from '../dispatcher'
import type { Mirror } from '../mirror'

type SurroundingCalls = Extract<
  keyof Handlers,
  `state.${string}` | `keychain.${string}` | `window.${string}`
>

export interface SurroundingHandlersOptions {
  readonly mirror: Mirror
  readonly keychain: Keychain
  readonly runner: Runner
  readonly servers: Servers
  /** Opens a page in the person's browser, if it is one that Latchkey may open. */
  readonly openSite: (url: string) => Promise<Result<void>>
  readonly mailbox: string | undefined
}

export function surroundingHandlers(
  options: SurroundingHandlersOptions,
): Pick<Handlers, SurroundingCalls> {
  const { mirror, keychain, runner, servers } = options
  return {
    'state.snapshot': () => ok(mirror.snapshot()),
    'keychain.retry': async () => ok(await keychain.retry()),
    'keychain.stopAsking': () => {
      keychain.stopAsking()
      return ok(null)
    },
    'keychain.useMemory': () => {
      keychain.useMemory()
      return ok(keychain.state)
    },
    'window.paste': (_input, caller) => {
      caller.paste()
      return ok(null)
    },
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
      case 'server':
        return servers.find(input.server)?.baseUrl
      case 'mailbox':
        return options.mailbox
    }
  }
}
