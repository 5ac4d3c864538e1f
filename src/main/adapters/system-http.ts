/** The client for the whole program, which trusts what the system does. Loaded with the first request. */
import { trustSystemCertificates } from './certificates'
import { createHttpClient, type HttpOptions, type RootHttpClient } from './http'

/** Called once: from here on every TLS connection of the process trusts the system's certificates, too. */
export function createSystemHttpClient(options: HttpOptions): RootHttpClient {
  trustSystemCertificates()
  return createHttpClient(options)
}
