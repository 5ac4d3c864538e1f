/** The command of a source checkout: `node out/main/cli.cjs token ruuvi`, or scripts/latchkey.mjs. */
import { version } from '../../package.json'
import { checkoutProfile } from './profile'
import { startCommand } from './start'

startCommand(process.argv.slice(2), checkoutProfile(process.platform, process.env), version).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error)
    process.exitCode = 1
  },
)
