/**
 * `npm run test:faults`, or `npm run test:faults -- NAME …` for some faults or groups: one line per
 * fault, the report of this run in out/reports/faults.json, and a last line that adds all up.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { allFaults } from './all'
import { groups, held, sumOfHarm, type Group, type Harm } from './fault'
import { runFault } from './run-fault'

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
const rows: { readonly fault: string; readonly group: Group; readonly held: boolean }[] = []
const harms: Harm[] = []
for (const fault of chosen) {
  const began = performance.now()
  const outcome = await runFault(fault)
  const survived = held(outcome)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  rows.push({ fault: fault.fault, group: fault.group, held: survived })
  harms.push(outcome.harm)
  console.log(
    `${survived ? 'held  ' : 'BROKEN'} ${fault.group} ${fault.fault}: ${outcome.did} (${seconds} s)`,
  )
  for (const why of outcome.broken) console.log(`       ${why.replaceAll('\n', '\n       ')}`)
}

mkdirSync(dirname(report), { recursive: true })
writeFileSync(report, `${JSON.stringify(rows, null, 2)}\n`)
const survived = rows.filter((row) => row.held).length
const harm = sumOfHarm(harms)
console.log(
  `faults survived ${survived}/${rows.length}, accounts lost ${harm.accountsLost}, ` +
    `secrets orphaned ${harm.secretsOrphaned}, ` +
    `registrations repeated ${harm.registrationsRepeated}, leaks ${harm.leaks}`,
)
process.exit(survived === rows.length ? 0 : 1)
