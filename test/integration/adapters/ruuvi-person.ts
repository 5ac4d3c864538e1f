/** What the Ruuvi tests share: a sandbox of Ruuvi Cloud, and the way to a code. */
import { afterEach, beforeEach, expect } from 'vitest'
import { ruuvi } from '../../../src/main/adapters/ruuvi'
import type { Surroundings } from '../../../src/main/adapters/walk'
import type { Failure, Result } from '../../../src/shared/failure'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'
import { surroundingsOf, Walker, type SceneOptions } from './walker'

export let sandbox: Sandbox
export let scene: Surroundings

beforeEach(async () => {
  sandbox = await startSandbox()
  scene = surroundingsOf(ruuviScene())
})
afterEach(() => sandbox.close())

export const email = 'Mira@Example.org'

export function ruuviScene(): SceneOptions {
  const { urls, clock } = sandbox
  return { adapter: ruuvi, baseUrl: urls.ruuvi, now: () => clock.now() }
}

export function requestsTo(path: string): number {
  return sandbox.requests.list('ruuvi').filter((request) => request.path === path).length
}

export async function codeIn(mailOf: string): Promise<string> {
  const { code } = await sandbox.mailbox.waitFor(mailOf)
  if (code === undefined) throw new Error('a mail without a code')
  return code
}

export async function failureOf(run: Promise<Result<unknown>>): Promise<Failure> {
  const result = await run
  if (result.ok) throw new Error('succeeded')
  return result.failure
}

/** Walks to the step that waits for the code. */
export async function codeSent(): Promise<Walker> {
  const walker = await Walker.begin(ruuvi, scene, 'login')
  await walker.submit({ email })
  expect(walker.step).toBe('code')
  return walker
}
