/** What a person does with servers: adds a site, allows something for it, sets it, takes it off the list. */
import type { AdapterId, ServerId, ServerView } from '../../shared/account'
import type { Failure, Result } from '../../shared/failure'
import type { CertificateLook, SiteTrust, TrustWish } from '../../shared/site-trust'
import type { Text } from '../../shared/text'
import type { Bridge } from '../bridge'

export interface SiteActionsOptions {
  readonly bridge: Bridge
  readonly text: () => Text
  readonly tell: (title: string) => void
  readonly tellFailure: (failure: Failure) => void
}

export function siteActions({ bridge, text, tell, tellFailure }: SiteActionsOptions) {
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
    /** Gives the certificate of a site if there is something to decide about it; tells what else it is. */
    async lookAtCertificate(server: ServerId): Promise<CertificateLook | undefined> {
      const answer = await bridge.call('servers.look', { server })
      if (!answer.ok) tellFailure(answer.failure)
      else if (answer.value.problems.length === 0) tell(text().trust.inOrder)
      else return answer.value
      return undefined
    },
    /** Allows something for a site; a failure belongs to the question that asked. */
    async trust(server: ServerView, trust: TrustWish): Promise<Result<ServerView>> {
      const answer = await bridge.call('servers.trust', { server: server.id, trust })
      if (answer.ok) tell(text().trust.trusted(server.name))
      return answer
    },
    async distrust(server: ServerView, what: SiteTrust['kind']) {
      const answer = await bridge.call('servers.distrust', { server: server.id })
      if (answer.ok) tell(text().trust.ended[what](server.name))
      else tellFailure(answer.failure)
    },
    async configure(server: ServerId, name: string, values: Record<string, string>) {
      const answer = await bridge.call('servers.configure', { server, values })
      if (answer.ok) tell(text().settings.saved(name))
      return answer
    },
    async removeServer(server: ServerId, name: string) {
      const answer = await bridge.call('servers.remove', { server })
      if (answer.ok) tell(text().settings.removedServer(name))
      else tellFailure(answer.failure)
    },
  }
}
