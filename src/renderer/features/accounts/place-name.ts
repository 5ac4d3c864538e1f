import type { ServerView, ServiceView } from '../../../shared/account'
import type { Text } from '../../../shared/text'

/** A site is known by its own name; elsewhere the service is, with its server where that tells more. */
export function placeName(server: ServerView, service: ServiceView, text: Text): string {
  switch (server.kind) {
    case 'site':
      return server.name
    case 'production':
      return service.name
    case 'test':
    case 'sandbox':
      return text.flow.at(service.name, server.name)
  }
}
