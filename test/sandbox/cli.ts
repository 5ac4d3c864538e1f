/**
 * Starts the sandbox by itself, prints one line of JSON with its addresses, and serves until its standard
 * input closes or it is told to stop. Options: --ipcola, --ruuvi, --cloudreve, --mailbox with a port each.
 */
import { parseArgs } from 'node:util'

import { startSandbox } from './sandbox'

const port = { type: 'string', default: '0' } as const
const { values } = parseArgs({
  options: { ipcola: port, ruuvi: port, cloudreve: port, mailbox: port },
})

const sandbox = await startSandbox({
  ports: {
    ipcola: Number(values.ipcola),
    ruuvi: Number(values.ruuvi),
    cloudreve: Number(values.cloudreve),
    mailbox: Number(values.mailbox),
  },
})
process.stdout.write(`${JSON.stringify({ urls: sandbox.urls })}\n`)

const stop = () => {
  void sandbox.close().then(() => process.exit(0))
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.stdin.once('close', stop)
process.stdin.resume()
