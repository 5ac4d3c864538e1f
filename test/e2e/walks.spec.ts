/**
 * Every operation of every service, walked in the window on a real keyring; afterwards the secrets
 * are read back with an independent client and looked for everywhere else.
 */
import { walkGroups } from '../walks'
import { expect, test, type Computer } from './fixtures'
import { expectHidden, keptSecrets, type KeptSecret } from './secrets'

/** Walks that end with an account that has a token. */
const withoutToken = new Set([
  'ruuvi-reset',
  'ruuvi-token',
  'cloudreve-site',
  'cloudreve-session',
  'accounts-overview',
])

for (const [about, walks] of Object.entries(walkGroups)) {
  test(about, async ({ computer, person }) => {
    // One start for all of them, which takes longer than they do.
    test.slow()
    for (const walk of walks) {
      await test.step(walk.title, async () => {
        const { length: before } = await keptSecrets(computer)
        await walk.run(person)
        const kept = await validSecrets(computer)
        expect(kept.length > before).toBe(!withoutToken.has(walk.id))
        const requests = computer.sandbox.requests.list()
        const sent = requests.flatMap(({ body, query }) => [...secretsIn(body), ...signIn(query)])
        const tokens = kept.flatMap(({ access, refresh }) => [
          access,
          ...(refresh ? [refresh] : []),
        ])
        await expectHidden([...new Set([...tokens, ...sent])], computer, person)
      })
    }
  })
}

/** Reads what is kept; a token that was just ended is gone from the keychain a moment after the service. */
async function validSecrets(computer: Computer): Promise<readonly KeptSecret[]> {
  let kept: readonly KeptSecret[] = []
  await expect(async () => {
    kept = await keptSecrets(computer)
    for (const { adapter, access } of kept) {
      expect(isValid(computer, adapter, access), `the token kept for ${adapter}`).toBe(true)
    }
  }).toPass({ timeout: 10_000 })
  return kept
}

function isValid({ sandbox }: Computer, adapter: string, token: string): boolean {
  const { ipcola, ruuvi, cloudreve } = sandbox
  if (adapter === 'ipcola') return ipcola.isValid(token)
  return adapter === 'ruuvi' ? ruuvi.isValid(token) : cloudreve.isValid(token)
}

/** What the person typed that nobody else may see: found in the requests that carried it. */
function secretsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) =>
    /password|vcode|secret|refresh_token|session_id/.test(name) && typeof value === 'string'
      ? [value]
      : [],
  )
}

/** The signature in an activation link opens an account, too. */
function signIn(query: Readonly<Record<string, unknown>>): string[] {
  return typeof query['sign'] === 'string' ? [query['sign']] : []
}
