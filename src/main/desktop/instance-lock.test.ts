import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isLockHeld } from './instance-lock'

it('is held where Chromium’s mark stands, which leads nowhere, and on systems that have none', () => {
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-held-'))
  onTestFinished(() => rmSync(profile, { recursive: true }))
  expect(isLockHeld(profile, 'linux')).toBe(false)
  expect(isLockHeld(profile, 'mac')).toBe(true)
  expect(isLockHeld(profile, 'windows')).toBe(true)
  symlinkSync('this-computer-4711', join(profile, 'SingletonLock'))
  expect(isLockHeld(profile, 'linux')).toBe(true)
})
