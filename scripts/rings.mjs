/** The rings of tests: how each is run, and how its outcome becomes a result. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { npmCommand } from './npm.mjs'
import { inProject, root } from './project.mjs'
import { addUp, crashed, readPlaywright, readVitest, settle } from './report.mjs'

/** In the order in which they run: the quick ones first. */
export const ringNames = /** @type {const} */ (['check', 'unit', 'integration', 'e2e'])

/** @typedef {typeof ringNames[number]} RingName */

/** The rings that need the built app. */
export const builtRings = /** @type {readonly RingName[]} */ (['integration', 'e2e'])

/** A whole ring takes a few minutes; past this it hangs. */
const ringLimit = 20 * 60_000

/**
 * The parts of `npm run check` but its tests, which are a ring themselves. They are read from
 * package.json, so that both stay the same.
 *
 * @param {{ scripts: Record<string, string> }} manifest
 * @returns {readonly string[]} names of scripts
 */
export function checkParts({ scripts }) {
  return Object.keys(scripts).filter((name) => name.startsWith('check:') && name !== 'check:unit')
}

/**
 * Runs one ring and writes out/reports/<ring>.json. Its own reporter's file stands under raw/.
 *
 * @param {RingName} ring
 * @param {import('./child.mjs').Children} children
 * @param {{ host: 'electron' | 'chromium', xvfb: boolean }} how what runs the app in the e2e ring
 * @returns {Promise<import('./report.mjs').Result>}
 */
export async function runRing(ring, children, how) {
  const raw = inProject('out', 'reports', 'raw', `${ring}.json`)
  mkdirSync(inProject('out', 'reports', 'raw'), { recursive: true })
  // What an earlier run reported must not pass for this one's.
  rmSync(raw, { force: true })
  rmSync(reportPath(ring), { force: true })
  const result = await run(ring, raw, children, how)
  writeReport(ring, result)
  return result
}

/**
 * @param {RingName} ring
 * @param {import('./report.mjs').Result} result
 */
export function writeReport(ring, { passed, failed, skipped }) {
  mkdirSync(inProject('out', 'reports'), { recursive: true })
  writeFileSync(reportPath(ring), `${JSON.stringify({ ring, passed, failed, skipped }, null, 2)}\n`)
}

/** @param {RingName} ring */
function reportPath(ring) {
  return inProject('out', 'reports', `${ring}.json`)
}

/**
 * @param {RingName} ring
 * @param {string} raw
 * @param {import('./child.mjs').Children} children
 * @param {{ host: 'electron' | 'chromium', xvfb: boolean }} how
 * @returns {Promise<import('./report.mjs').Result>}
 */
async function run(ring, raw, children, { host, xvfb }) {
  switch (ring) {
    case 'check':
      return runCheck(raw, children)
    case 'unit':
    case 'integration': {
      const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
      const args = ['run', '--config', 'vitest.config.ts', '--project', ring, '--allowOnly=false']
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${raw}`]
      const command = [process.execPath, vitest, ...args, ...reporters]
      return readRun(raw, readVitest, await runTool(children, command, {}))
    }
    case 'e2e': {
      const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js')
      const command = [process.execPath, playwright, 'test', '--forbid-only']
      const whole = xvfb ? ['xvfb-run', '--auto-servernum', ...command] : command
      const outcome = await runTool(children, whole, { LATCHKEY_E2E_HOST: host })
      return readRun(raw, readPlaywright, outcome)
    }
  }
}

/**
 * @param {string} raw
 * @param {import('./child.mjs').Children} children
 */
async function runCheck(raw, children) {
  const npm = npmCommand()
  const parts = checkParts(JSON.parse(readFileSync(inProject('package.json'), 'utf8')))
  // Each of them keeps one core busy, so that two take less than one after another.
  const outcomes = await Promise.all(
    parts.map(async (part) => {
      const command = [npm.command, ...npm.args, 'run', '--silent', part]
      return { part, ...(await runTool(children, command, {})) }
    }),
  )
  const exits = outcomes.map(({ part, code }) => ({ part, code }))
  const results = outcomes.map(({ part, code, output }) =>
    code === 0 ? { passed: 1, failed: 0, skipped: 0, failures: [] } : crashed(part, output),
  )
  writeFileSync(raw, `${JSON.stringify(exits, null, 2)}\n`)
  return addUp(results)
}

/**
 * @param {import('./child.mjs').Children} children
 * @param {readonly string[]} command
 * @param {Record<string, string>} env beside this process's own
 */
function runTool(children, [program = '', ...args], env) {
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'] ? { FORCE_COLOR: '1' } : {}
  return children.run(program, args, {
    cwd: root,
    env: { ...process.env, ...colour, ...env },
    output: 'show-and-keep',
    timeLimit: ringLimit,
  })
}

/**
 * @template T
 * @param {string} raw
 * @param {(report: T) => import('./report.mjs').Result} read
 * @param {import('./child.mjs').Outcome} outcome
 */
function readRun(raw, read, outcome) {
  const result = existsSync(raw) ? read(JSON.parse(readFileSync(raw, 'utf8'))) : addUp([])
  return settle(result, outcome)
}
