/** Many made-up accounts in a profile, for tests that count and for measurements. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accountId, adapterId, serverId, type AccountId } from '../../src/shared/account'

export interface CrowdPlace {
  readonly adapter: string
  readonly baseUrl: string
}

/** The id of the nth account; the same one in every run, and as long as a real one. */
export function crowdId(index: number): AccountId {
  const hash = createHash('sha256').update(String(index)).digest('hex')
  const parts = [8, 4, 4, 4, 12].map((length, part, lengths) => {
    const from = lengths.slice(0, part).reduce((sum, one) => sum + one, 0)
    return hash.slice(from, from + length)
  })
  return accountId.parse(parts.join('-'))
}

/**
 * Writes a book of `count` accounts, spread over the places, each with a label of its own, a token that
 * runs out far in the future, facts of its last check, and tags on every tenth.
 */
export async function writeCrowd(
  folder: string,
  count: number,
  places: readonly [CrowdPlace, ...CrowdPlace[]],
): Promise<void> {
  const accounts = Array.from({ length: count }, (_, index) => {
    const { adapter, baseUrl } = places[index % places.length] ?? places[0]
    return {
      id: crowdId(index),
      adapter: adapterId.parse(adapter),
      server: serverId.parse(`${adapter}+${baseUrl}`),
      email: `person.${index}@mail.example.org`,
      label: `Customer number ${index}`,
      tags: index % 10 === 0 ? ['work', 'europe'] : [],
      position: index,
      createdAt: 1_790_000_000_000,
      hasSecret: true,
      passwordRemembered: false,
      tokenExpiresAt: 4_000_000_000_000,
    }
  })
  const facts = ['id', 'country', 'roles'].map((key) => ({
    key,
    value: { kind: 'text', text: 'as the service told it' },
  }))
  const checked = { checkedAt: 1_790_000_000_000, verifiedAt: 1_790_000_000_000, facts }
  const outcomes = Object.fromEntries(accounts.map(({ id }) => [id, checked]))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await save(folder, 'book.json', { accounts, sites: [], settings: {} })
  await save(folder, 'outcomes.json', { outcomes })
}

function save(folder: string, name: string, content: object): Promise<void> {
  return writeFile(join(folder, name), JSON.stringify({ version: 1, ...content }))
}
