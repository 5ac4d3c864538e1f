/** The main process from its entry to the first window, as CPU time of that process. */
import { crowdProfile, runMain } from '../main-runs'
import { inTurn, type Bench } from '../row'

const runs = 15

export const main: Bench = {
  name: 'main',
  budget: 2,
  what: 'CPU from the bundle’s entry to the first window with 100 accounts; the baseline reads and parses the same bundle and book',
  async measure() {
    const profile = await crowdProfile(100)
    try {
      const [start, parse] = [
        () => runMain('start', profile.path),
        () => runMain('parse', profile.path),
      ]
      await start()
      await parse()
      return await inTurn(runs, start, parse)
    } finally {
      await profile.remove()
    }
  },
}
