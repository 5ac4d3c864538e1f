/**
 * What a source checkout may change by environment variables. A packaged build reads none of them.
 *
 * - `LATCHKEY_SERVERS`: JSON, adapter id -> base URL; replaces an adapter's servers.
 * - `LATCHKEY_SANDBOX`: the same; these stand beside an adapter's servers.
 * - `LATCHKEY_MAILBOX`: address of the sandbox's mailbox.
 * - `LATCHKEY_PROFILE`: folder for the book, in place of the system's own.
 * - `LATCHKEY_SEAM`: `1` opens the seam for tests and keeps their secrets apart; needs a profile.
 * - `LATCHKEY_HOST`: set by the Chromium host.
 * - `ELECTRON_RENDERER_URL`: set by electron-vite's development server.
 */
export interface Development {
  readonly servers: string | undefined
  readonly sandbox: string | undefined
  readonly mailbox: string | undefined
  /** Addresses that links may lead to although they are plain http. */
  readonly sandboxAddresses: readonly string[]
  readonly profile: string | undefined
  readonly seam: boolean
  readonly host: 'electron' | 'chromium'
  readonly pageServer: string | undefined
  /** The name that secrets bear in the system's keychain. */
  readonly keychainService: string
}

export function readDevelopment(packaged: boolean, env: NodeJS.ProcessEnv): Development {
  if (packaged) {
    return {
      servers: undefined,
      sandbox: undefined,
      mailbox: undefined,
      sandboxAddresses: [],
      profile: undefined,
      seam: false,
      host: 'electron',
      pageServer: undefined,
      keychainService: 'Latchkey',
    }
  }
  const mailbox = env['LATCHKEY_MAILBOX']
  const seam = env['LATCHKEY_SEAM'] === '1' && env['LATCHKEY_PROFILE'] !== undefined
  return {
    servers: env['LATCHKEY_SERVERS'],
    sandbox: env['LATCHKEY_SANDBOX'],
    mailbox,
    sandboxAddresses: mailbox === undefined ? [] : [mailbox],
    profile: env['LATCHKEY_PROFILE'],
    seam,
    host: env['LATCHKEY_HOST'] === 'chromium' ? 'chromium' : 'electron',
    pageServer: env['ELECTRON_RENDERER_URL'],
    keychainService: seam ? 'Latchkey (test)' : 'Latchkey (development)',
  }
}
