/** Measures what the plot shows, at each number of accounts in turn, as the rows measure it. */
import { crowdId } from '../../fakes/crowd'
import { crowdProfile, runMain } from '../main-runs'
import { bridgeScript } from '../page-script'
import { openPages, type PageBench } from '../pages'
import { caller, openCrowd, packedSnapshot } from '../program'
import { median, timed } from '../row'
import { listTimer } from '../rows/page'
import { searcher } from '../rows/search'
import { openWindow, switchEvents, switchIn } from '../rows/switch-page'
import { switcher } from '../rows/switch'
import type { Panel } from './draw'

const counts = [100, 1_000, 10_000] as const
const runs = 9
/** What is measured first finds nothing warm, and is thrown away. */
const warmUps = 15

/** One measurement of one thing at one number of accounts. */
interface Subject {
  measure(): Promise<number>
  close?(): Promise<void>
}

interface Thing {
  readonly title: string
  readonly what: string
  readonly at: (count: number, pages: PageBench) => Promise<Subject>
}

const things: readonly Thing[] = [
  { title: 'Start', what: 'CPU of main till it answers, then page to list', at: start },
  { title: 'Switch', what: 'call to event, then event to painted row', at: switching },
  { title: 'Search', what: 'key stroke to painted matches', at: search },
  { title: 'Save', what: 'one label changed, until it is on the disk', at: save },
]

export async function measurePlot(): Promise<Panel[]> {
  const pages = await openPages()
  try {
    const panels: Panel[] = []
    for (const thing of things) panels.push(await measureThing(thing, pages))
    return panels
  } finally {
    await pages.close()
  }
}

async function measureThing({ title, what, at }: Thing, pages: PageBench): Promise<Panel> {
  const subjects: { count: number; subject: Subject; times: number[] }[] = []
  for (const count of counts) subjects.push({ count, subject: await at(count, pages), times: [] })
  for (let run = 0; run < warmUps + runs; run += 1) {
    for (const { subject, times } of subjects) {
      const ms = await subject.measure()
      if (run >= warmUps) times.push(ms)
    }
  }
  for (const { subject } of subjects) await subject.close?.()
  const points = subjects.map(({ count, times }) => ({ accounts: count, ms: median(times) }))
  return { title, what, points }
}

async function start(count: number, pages: PageBench): Promise<Subject> {
  const profile = await crowdProfile(count)
  const listed = await listTimer(pages, count)
  return {
    measure: async () => (await runMain('open', profile.path)) + (await listed()),
    close: () => profile.remove(),
  }
}

async function switching(count: number, pages: PageBench): Promise<Subject> {
  const crowd = await openCrowd(count)
  const { next } = switcher(crowd, count)
  const script = bridgeScript(await packedSnapshot(count))
  const page = await openWindow(pages, 'index.html', '.row-item', script)
  const event = switchEvents()
  return {
    measure: async () => (await next()) + (await switchIn(page, event())),
    close: () => crowd.close(),
  }
}

async function search(count: number, { context, ours }: PageBench): Promise<Subject> {
  return { measure: await searcher(context.newPage(), `${ours}index.html`, count) }
}

async function save(count: number): Promise<Subject> {
  const crowd = await openCrowd(count)
  let turn = 0
  return {
    measure: () =>
      timed(async () => {
        turn += 1
        const wanted = { account: crowdId(turn), label: `Label number ${turn}` }
        await crowd.program.handlers['accounts.describe'](wanted, caller)
      }),
    close: () => crowd.close(),
  }
}
