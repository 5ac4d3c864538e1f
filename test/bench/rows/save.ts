/** The book with one account changed, until it is on the disk. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crowdId } from '../../fakes/crowd'
import { openCrowd } from '../program'
import { inTurn, timed, type Bench } from '../row'
import { writeSynced } from '../write-synced'

const accounts = 10_000
const runs = 20

export const save: Bench = {
  name: 'save',
  budget: 1.3,
  what: `one label among ${accounts} accounts; the baseline serialises, writes and syncs the same book`,
  async measure() {
    const crowd = await openCrowd(accounts)
    try {
      let turn = 0
      const { handlers } = crowd.program
      const caller = { windowId: 0, paste: () => undefined }
      const change = async (): Promise<void> => {
        turn += 1
        const label = `Label number ${turn}`
        await handlers['accounts.describe']({ account: crowdId(turn), label }, caller)
      }
      await change()
      const book: unknown = JSON.parse(await readFile(join(crowd.folder, 'book.json'), 'utf8'))
      const beside = join(crowd.folder, 'baseline.json')
      return await inTurn(
        runs,
        () => timed(change),
        () => timed(() => writeSynced(beside, JSON.stringify(book))),
      )
    } finally {
      await crowd.close()
    }
  },
}
