/** What one more account costs until a window's calls could be answered and its list is there, main and page together. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crowdProfile, runMain } from '../main-runs'
import { openPages } from '../pages'
import { inTurn, timed, type Bench } from '../row'
import { listTimer } from './page'

const [many, few] = [10_000, 100]
const runs = 15

export const startGrowth: Bench = {
  name: 'growth-start',
  unit: 'ns',
  budget: 8,
  what: `start of main and page with ${many} accounts minus the same with ${few}, per account; the baseline is JSON.parse of the book, per account`,
  async measure() {
    const [large, small] = [await crowdProfile(many), await crowdProfile(few)]
    const pages = await openPages()
    try {
      const [manyListed, fewListed] = [await listTimer(pages, many), await listTimer(pages, few)]
      const book = await readFile(join(large.path, 'book.json'), 'utf8')
      const perAccount = (ms: number, accounts: number): number => (ms * 1e6) / accounts
      const more = async (): Promise<number> => {
        const atMany = (await runMain('open', large.path)) + (await manyListed())
        const atFew = (await runMain('open', small.path)) + (await fewListed())
        return perAccount(atMany - atFew, many - few)
      }
      await more()
      return await inTurn(runs, more, async () =>
        perAccount(await timed(() => Promise.resolve(JSON.parse(book))), many),
      )
    } finally {
      await pages.close()
      await large.remove()
      await small.remove()
    }
  },
}
