/**
 * `npm run test:faults`, or `npm run test:faults -- NAME …` for some faults or groups: one line per
 * fault, the report of this run in out/reports/faults.json, and a last line that adds all up.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, resolve } from 'node:path'
import { allFaults } from './all'
import { groups, held, sumOfHarm } from './fault'
import { runInPool, type Finished } from './pool'

const report = resolve('out/reports/faults.json')
const wanted = process.argv.slice(2)
const names = new Set<string>([...groups, ...allFaults.map(({ fault }) => fault)])
const unknown = wanted.filter((name) => !names.has(name))
if (unknown.length > 0) {
  console.error(
    `There is no fault ${unknown.join(', ')}. There are the groups ${groups.join(', ')}, and: ` +
      `${allFaults.map(({ fault }) => fault).join(', ')}.`,
  )
  process.exit(2)
}

const chosen = allFaults.filter(
  ({ fault, group }) => wanted.length === 0 || wanted.includes(fault) || wanted.includes(group),
)
function tell({ fault, outcome, seconds }: Finished): void {
  const word = held(outcome) ? 'held  ' : 'BROKEN'
  console.log(`${word} ${fault.group} ${fault.fault}: ${outcome.did} (${seconds.toFixed(1)} s)`)
  for (const why of outcome.broken) console.log(`       ${why.replaceAll('\n', '\n       ')}`)
}

const finished = await runInPool(chosen, {
  worker: resolve('out/tools/fault-worker.mjs'),
  // A keyring, a sandbox and a Chromium beside each worker are as much as two cores carry.
  size: Math.max(1, Math.min(2, availableParallelism(), chosen.length)),
  onFinished: tell,
})
const rows = finished.map(({ fault: { fault, group }, outcome }) => {
  return { fault, group, held: held(outcome) }
})
mkdirSync(dirname(report), { recursive: true })
writeFileSync(report, `${JSON.stringify(rows, null, 2)}\n`)
const survived = rows.filter((row) => row.held).length
const harm = sumOfHarm(finished.map(({ outcome }) => outcome.harm))
console.log(
  `faults survived ${survived}/${rows.length}, accounts lost ${harm.accountsLost}, ` +
    `secrets orphaned ${harm.secretsOrphaned}, ` +
    `registrations repeated ${harm.registrationsRepeated}, leaks ${harm.leaks}`,
)
process.exit(survived === rows.length ? 0 : 1)
