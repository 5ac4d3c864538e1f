/**
 * `node chromium-host.mjs <app dir> [--headed] [app args…]`: runs a built app on the Chromium host as
 * `electron <app dir>` would on Electron. The exit code is the app's.
 */
import { startHost } from './host'

const [appDir, ...rest] = process.argv.slice(2)
const own = new Set(['--headed', '--host-debuggable', '--host-paints-shown-only'])

if (appDir === undefined || appDir.startsWith('--')) {
  console.error('Usage: node chromium-host.mjs <app dir> [--headed] [app args…]')
  process.exitCode = 2
} else {
  startHost({
    appDir,
    headed: rest.includes('--headed'),
    // For tests (launch.ts): opens a port through which everyone on this machine could drive the app.
    debuggable: rest.includes('--host-debuggable'),
    // For tests: as Wayland may do it.
    paintsShownOnly: rest.includes('--host-paints-shown-only'),
    args: rest.filter((arg) => !own.has(arg)),
  })
}
