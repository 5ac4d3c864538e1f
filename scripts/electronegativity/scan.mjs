/**
 * Runs electronegativity over a folder and writes what it finds. Through its command line it would not
 * say which files it could not read: those would pass as clean.
 *
 * node scan.mjs TOOL FOLDER ELECTRON-VERSION OUTPUT
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [tool = '', input = '', version = '', output = ''] = process.argv.slice(2)
// It asks for newer translations of its own texts, and goes on without.
process.env['LANG'] = 'en-US'
const run = createRequire(join(tool, 'package.json'))('@doyensec/electronegativity')

const { issues, errors, atomicChecks, globalChecks } = await run({
  input,
  isRelative: true,
  customScan: [],
  // It would fetch the list of Electron's releases; which Electron is used, the lockfile says.
  excludeFromScan: ['availablesecurityfixesglobalcheck'],
  electronVersionOverride: version,
})
const findings = issues.map((/** @type {any} */ { id, file, location }) => ({
  check: id,
  file: file.replaceAll('\\', '/'),
  line: location.line,
}))
writeFileSync(output, JSON.stringify({ findings, errors, checks: atomicChecks + globalChecks }))
