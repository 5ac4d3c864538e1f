/** The main process from its entry to the first window, as CPU time of that process. */
import { crowdProfile, runMain } from '../main-runs'
import { inTurn, median, type Bench } from '../row'

const runs = 15

export const main: Bench = {
  name: 'main',
  budget: 2,
  what: 'CPU from the bundle’s entry to the first window with 100 accounts; the baseline reads and parses the same bundle, with what is put off until the window is there or until the first call and request, and the book',
  async measure() {
    const profile = await crowdProfile(100)
    try {
      const [start, parse] = [
        () => runMain('start', profile.path),
        () => runMain('parse', profile.path),
      ]
      await start()
      await parse()
      const measured = await inTurn(runs, start, parse)
      const loaded = await inTurn(runs, start, () => runMain('parse-start', profile.path))
      const [least, own] = [median(loaded.baseline), median(loaded.ours)]
      const open = await inTurn(runs, () => runMain('open', profile.path), parse)
      return {
        ...measured,
        note: [
          `of the bundle, the start itself loads what takes ${least.toFixed(2)} ms to read and parse: ${(own / least).toFixed(2)} times that`,
          `the program behind the window is there after ${median(open.ours).toFixed(2)} ms: ${(median(open.ours) / median(open.baseline)).toFixed(2)} times the baseline`,
        ].join('; '),
      }
    } finally {
      await profile.remove()
    }
  },
}
