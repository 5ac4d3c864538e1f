/** Looks behind the window: what is in the keychain, and that it is nowhere else. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Person } from '../walks/person'
import { expect, type Computer } from './fixtures'

const bookShape = z.object({
  accounts: z.array(
    z.object({ id: z.string(), adapter: z.string(), email: z.string(), hasSecret: z.boolean() }),
  ),
})

const secretShape = z.object({ access: z.string(), refresh: z.string().optional() })

export interface KeptSecret {
  readonly email: string
  readonly adapter: string
  readonly access: string
  readonly refresh: string | undefined
}

/** Reads each account's secret with a client that is not Latchkey's. */
export async function keptSecrets(computer: Computer): Promise<KeptSecret[]> {
  const text = await readFile(join(computer.profile, 'book.json'), 'utf8').catch(() => undefined)
  const book = text === undefined ? { accounts: [] } : bookShape.parse(JSON.parse(text))
  const kept = book.accounts.filter((account) => account.hasSecret)
  return Promise.all(
    kept.map(async ({ id, email, adapter }) => {
      const found = await computer.keyring?.lookup({
        service: 'Latchkey (test)',
        account: `${id}/session`,
      })
      expect(found, `a secret for ${email}`).toBeDefined()
      const { access, refresh } = secretShape.parse(JSON.parse(found ?? ''))
      return { email, adapter, access, refresh }
    }),
  )
}

/** Nothing of these may be in a file, in what the program printed, or in a message to a window. */
export async function expectHidden(
  secrets: readonly string[],
  computer: Computer,
  person: Person,
): Promise<void> {
  const places = {
    files: await computer.files(),
    output: person.app.output(),
    messages: (await person.app.seam('sentToWindows')).join('\n'),
  }
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(8)
    for (const [place, text] of Object.entries(places)) {
      expect(text.includes(secret), `a secret in the ${place}`).toBe(false)
    }
  }
}
