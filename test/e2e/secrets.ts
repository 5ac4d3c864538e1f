/** Looks behind the window: what is in the keychain, and that it is nowhere else. */
import { readdir, readFile } from 'node:fs/promises'
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

/**
 * Reads each account's secret with a client that is not Latchkey's. One that is being removed has lost
 * its secret a moment before the book forgets it, so the book is read anew until both agree.
 */
export async function keptSecrets(computer: Computer): Promise<KeptSecret[]> {
  let kept: KeptSecret[] = []
  await expect(async () => {
    kept = await readSecrets(computer)
  }).toPass({ timeout: 10_000 })
  return kept
}

async function readSecrets(computer: Computer): Promise<KeptSecret[]> {
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

/** The words and the environment of every process here, which others on this computer can see. */
async function processes(): Promise<string> {
  if (process.platform !== 'linux') return ''
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const files = ids.flatMap((id) => [`/proc/${id}/cmdline`, `/proc/${id}/environ`])
  // Some have ended meanwhile, others are not ours to look at.
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))
  return texts.join('\n')
}

/**
 * Nothing of these may be in a file, in what the program printed, in a message to a window, in a
 * window's title, or in what the system shows of processes.
 */
export async function expectHidden(
  secrets: readonly string[],
  computer: Computer,
  person: Person,
): Promise<void> {
  const places = {
    files: await computer.files(),
    output: person.app.output(),
    messages: (await person.app.seam('sentToWindows')).join('\n'),
    title: await person.page.title(),
    processes: await processes(),
  }
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(8)
    for (const [place, text] of Object.entries(places)) {
      expect(text.includes(secret), `a secret in the ${place}`).toBe(false)
    }
  }
}
