/** The bridge under attack: what a page that has been taken over could send, and who may send at all. */
import { attackCall, attackNames, callNames } from '../bridge/dispatcher'
import { attackFromOutside, attackThroughPage, withApp } from '../bridge/page'
import { Findings, type Fault } from '../fault'

const perCall = 10_000
const perCallOfPage = 100
const seed = Number(process.env['LATCHKEY_FAULT_SEED'] ?? Date.now() % 1_000_000)

export const bridgeFaults: readonly Fault[] = [
  ...callNames.map((name): Fault => ({
    fault: `bridge-${name.replace('.', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    group: 'bridge',
    async run() {
      const findings = new Findings()
      const { refused, reached } = await attackCall(name, perCall, seed, findings)
      return findings.outcome(
        `${perCall} generated inputs to ${name} (seed ${seed}): ${refused} refused, ${reached} good`,
      )
    },
  })),
  {
    fault: 'bridge-names',
    group: 'bridge',
    async run() {
      const findings = new Findings()
      const count = await attackNames(perCall, seed, findings)
      return findings.outcome(`${count} names that are no calls, and every call from nobody`)
    },
  },
  {
    fault: 'bridge-page',
    group: 'bridge',
    async run() {
      const findings = new Findings()
      let sent = 0
      await withApp(async (app) => {
        sent = await attackThroughPage(app, perCallOfPage, seed, findings)
      })
      return findings.outcome(
        `${sent} generated inputs to ${callNames.length} calls through the real page (seed ${seed})`,
      )
    },
  },
  {
    fault: 'bridge-outside',
    group: 'bridge',
    async run() {
      const findings = new Findings()
      let tried = 0
      await withApp(async (app) => {
        tried = await attackFromOutside(app, findings)
      })
      return findings.outcome(
        `${tried} calls from foreign frames, other origins and a window that was closed`,
      )
    },
  },
]
