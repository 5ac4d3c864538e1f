/**
 * `npm run bench`, or `npm run bench -- NAME …`: measures, prints a row each, and writes them to
 * out/bench.json, where rows that were not measured this time stay as they were. With `-- --plot` it
 * draws docs/performance.svg instead.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { benches } from './benches'
import { drawPlot } from './plot/draw'
import { measurePlot } from './plot/measure'
import { spread, toRow, type Bench, type Row } from './row'

const file = resolve('out/bench.json')
const wanted = process.argv.slice(2)
if (wanted.join() === '--plot') {
  writeFileSync(resolve('docs/performance.svg'), drawPlot(await measurePlot()))
  process.exit(0)
}
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  const names = benches.map(({ name }) => name).join(', ')
  console.error(`There is no row ${unknown.join(', ')}. There are: ${names}.`)
  process.exit(2)
}

console.log('name | ours | baseline | ratio | budget | runs')
const rows: Row[] = []
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue
  const measured = await bench.measure()
  const row = toRow(bench, measured)
  rows.push(row)
  const { name, ours, baseline, ratio, budget, runs } = row
  const verdict = ratio <= budget ? '' : '  OVER BUDGET'
  console.log(
    `${name} | ${amount(ours, bench)} | ${amount(baseline, bench)} | ${ratio.toFixed(3)} | ${budget} | ${runs}${verdict}`,
  )
  console.log(`  ${bench.what}; spread ${percent(measured.ours)} and ${percent(measured.baseline)}`)
  if (measured.note !== undefined) console.log(`  ${measured.note}`)
}
const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Row[]) : []
const known = new Map([...before, ...rows].map((row) => [row.name, row]))
// In the order of all rows, and without what is a row no more.
const kept = benches.flatMap(({ name }) => known.get(name) ?? [])
mkdirSync(resolve('out'), { recursive: true })
writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
process.exit(0)

function percent(times: readonly number[]): string {
  return `${(spread(times) * 100).toFixed(0)} %`
}

function amount(value: number, { unit = 'ms' }: Bench): string {
  return `${Number.isInteger(value) ? value : value.toFixed(2)} ${unit}`
}
