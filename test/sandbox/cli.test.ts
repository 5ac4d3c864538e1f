import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { at, send } from './client'

// Beside node_modules, so that the bundle finds what it leaves out.
const folder = resolve('out', `sandbox-cli-${process.pid}`)

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: resolve('test/sandbox/cli.ts'), outDir: folder, emptyOutDir: true },
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(['closed input', 'SIGTERM'] as const)('serves until %s', async (end) => {
  const cli = spawn(process.execPath, [join(folder, 'cli.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(cli, 'exit')
  const line = await new Promise<string>((told) => {
    createInterface(cli.stdout).once('line', told)
  })
  const said = {
    status: 200,
    headers: new Headers(),
    text: line,
    json: JSON.parse(line) as unknown,
  }
  const ruuvi = String(at(said, 'urls.ruuvi'))
  const answer = await send(`${ruuvi}/register`, { body: { email: 'kim@example.com' } })
  expect(at(answer, 'result')).toBe('success')
  if (end === 'SIGTERM') cli.kill('SIGTERM')
  else cli.stdin.end()
  expect(await exited).toEqual([0, null])
})
