#!/usr/bin/env node
// The command line of a source checkout: `npm run -s latchkey -- token ruuvi`, or this file itself.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const built = fileURLToPath(new URL('../out/main/cli.cjs', import.meta.url))

if (existsSync(built)) {
  createRequire(import.meta.url)(built)
} else {
  console.error('latchkey: it is not built yet. Run: npm run build')
  process.exitCode = 1
}
