/** What one more account costs a start, main and page together. */
import { crowdProfile, runMain, type MainRun } from '../main-runs'
import { openPages } from '../pages'
import { inTurn, median, type Bench } from '../row'
import { listTimer } from './page'

const [many, few] = [10_000, 100]
/** More than elsewhere: it is a small difference of large times. */
const runs = 25

export const startGrowth: Bench = {
  name: 'growth-start',
  unit: 'ns',
  budget: 8,
  what: `start of main (CPU until its window, as in main) and page with ${many} accounts minus the same with ${few}, per account; the baseline is JSON.parse of the book in a process of its own, per account`,
  async measure() {
    const [large, small] = [await crowdProfile(many), await crowdProfile(few)]
    const pages = await openPages()
    try {
      const [manyListed, fewListed] = [await listTimer(pages, many), await listTimer(pages, few)]
      /** Milliseconds that main takes longer with many. */
      const mainGrowth = async (what: MainRun): Promise<number> =>
        (await runMain(what, large.path)) - (await runMain(what, small.path))
      const perAccount = (ms: number): number => (ms * 1e6) / (many - few)
      const answers: number[] = []
      const ours = async (): Promise<number> => {
        const page = (await manyListed()) - (await fewListed())
        answers.push(perAccount(page + (await mainGrowth('open'))))
        return perAccount(page + (await mainGrowth('start')))
      }
      const baseline = async (): Promise<number> => perAccount(await mainGrowth('parse-book'))
      await ours()
      answers.length = 0
      const measured = await inTurn(runs, ours, baseline)
      const [toAnswer, parse] = [median(answers), median(measured.baseline)]
      return {
        ...measured,
        note: `until main can answer its page, with the book read and checked behind the window: ${toAnswer.toFixed(0)} ns, ${(toAnswer / parse).toFixed(1)} times the baseline`,
      }
    } finally {
      await pages.close()
      await large.remove()
      await small.remove()
    }
  },
}
