import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { InstanceLock } from './instance-lock'

it('leaves the lock to a first instance that is too busy to answer, which hears of it later', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-lock-'))
  const self = { argv: ['second'], workingDirectory: folder, additionalData: undefined }
  let tell: (argv: readonly string[]) => void = () => undefined
  const heard = new Promise<readonly string[]>((resolve) => (tell = resolve))
  const first = new InstanceLock(({ argv }) => tell(argv))
  onTestFinished(async () => {
    first.release()
    await rm(folder, { recursive: true, force: true })
  })
  expect(first.take(folder, self)).toBe(true)
  // Taking does not return to this process before it is over, so that the first cannot answer.
  expect(new InstanceLock(() => undefined, 300).take(folder, self)).toBe(false)
  expect(await heard).toEqual(['second'])
})
