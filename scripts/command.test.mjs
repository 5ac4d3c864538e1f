import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isSupportedNode } from './command.mjs'
import { inProject } from './project.mjs'
import { checkParts } from './rings.mjs'
import { sandboxEnvironment } from './sandbox.mjs'
import { formatTime, Steps } from './steps.mjs'

const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))

it.each([
  ['18.20.4', false],
  ['20.18.9', false],
  ['20.19.0', true],
  ['21.7.3', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['26.0.0', true],
])('runs on Node %s: %s', (version, supported) => {
  expect(isSupportedNode(version)).toBe(supported)
})

it('asks for the Node that package.json names', () => {
  expect(manifest.engines.node).toBe('^20.19.0 || >=22.12.0')
})

it('checks all that npm run check does, but its tests', () => {
  const parts = checkParts(manifest)
  expect(parts.length).toBeGreaterThan(0)
  expect(manifest.scripts.check).toBe(
    [...parts, 'check:unit'].map((name) => `npm run ${name}`).join(' && '),
  )
})

it('tells the app where the sandbox is', () => {
  const urls = { ipcola: 'http://a', ruuvi: 'http://b', cloudreve: 'http://c', mailbox: 'http://d' }
  expect(sandboxEnvironment(urls)).toEqual({
    LATCHKEY_SANDBOX: '{"ipcola":"http://a","ruuvi":"http://b","cloudreve":"http://c"}',
    LATCHKEY_MAILBOX: 'http://d',
  })
})

it.each([
  [0, '0.0 s'],
  [3_240, '3.2 s'],
  [65_400, '1 min 05 s'],
  [119_900, '2 min 00 s'],
])('writes %d ms as %s', (milliseconds, words) => {
  expect(formatTime(milliseconds)).toBe(words)
})

it('tells of each step at its start and its end', async () => {
  /** @type {string[]} */
  const lines = []
  let now = 0
  const steps = new Steps(
    (line) => lines.push(line),
    () => now,
  )
  await steps.run('Build', async (say) => {
    now = 1_500
    say('up to date')
  })
  const failing = steps.run('Tour', () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(lines).toEqual([
    '> Build',
    '  Build: up to date (1.5 s)',
    '> Tour',
    '! Tour did not work (0.0 s)',
  ])
})
