/** What a person does with servers: adds a site, allows something for it, sets it, takes it off the list. */
import type { AdapterId, ServerId, ServerView } from '../../shared/account'
import type { Result } from '../../shared/failure'
import type { CertificateLook, SiteTrust, TrustWish } from '../../shared/site-trust'
import type { ActionParts } from './action-parts'
import { findServer } from './places'
import { isTrusted } from './selectors'

export function siteActions({ bridge, mirror, text, tell, orTell }: ActionParts) {
  return {
    /** Adds a site, under what is allowed for it if anything is. */
    async addSite(
      adapter: AdapterId,
      address: string,
      trust?: TrustWish,
    ): Promise<Result<ServerView>> {
      const allowed = trust ? { trust } : {}
      const answer = await bridge.call('servers.add', { adapter, address, ...allowed })
      if (answer.ok) tell(text().add.siteAdded(answer.value.name))
      return answer
    },
    lookAtNewSite: (adapter: AdapterId, address: string) =>
      bridge.call('servers.look', { adapter, address }),
    /** Looks at the certificate of a site: `decide` takes one to decide about, any other is told. */
    async lookAtCertificate(
      { id, name }: ServerView,
      decide: (look: CertificateLook) => void,
    ): Promise<void> {
      await orTell(() => bridge.call('servers.look', { server: id }), {
        done: (look) => {
          const { trust } = findServer(mirror.store.getState().snapshot?.servers ?? [], id) ?? {}
          if (look.problems.length === 0) tell(text().trust.inOrder)
          // A look tells what the system finds wrong, whatever the person trusts.
          else if (isTrusted(trust, look.certificate)) tell(text().trust.given.certificate(name))
          else decide(look)
        },
      })
    },
    /** Allows something for a site; a failure belongs to the question that asked. */
    async trust(server: ServerView, trust: TrustWish): Promise<Result<ServerView>> {
      const answer = await bridge.call('servers.trust', { server: server.id, trust })
      if (answer.ok) tell(text().trust.given[trust.kind](server.name))
      return answer
    },
    distrust: (server: ServerView, what: SiteTrust['kind']) =>
      orTell(() => bridge.call('servers.distrust', { server: server.id }), {
        done: () => tell(text().trust.ended[what](server.name)),
      }),
    async configure(server: ServerId, name: string, values: Record<string, string>) {
      const answer = await bridge.call('servers.configure', { server, values })
      if (answer.ok) tell(text().settings.saved(name))
      return answer
    },
    removeServer: (server: ServerId, name: string) =>
      orTell(() => bridge.call('servers.remove', { server }), {
        done: () => tell(text().settings.removedServer(name)),
      }),
  }
}
