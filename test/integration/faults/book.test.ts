import { expect, it } from 'vitest'
import { fullDisk, lockedFolder, refusedSteps } from '../../faults/book/refusing'
import { companionsSpoilt, missing, newer, torn, wrongTypes } from '../../faults/book/torn'
import { held, type Outcome } from '../../faults/fault'

const faults: readonly (readonly [string, () => Promise<Outcome>])[] = [
  ['a disk that is full at some step', () => refusedSteps('ENOSPC', 5)],
  ['a real full disk', fullDisk],
  ['a real folder that may not be written', lockedFolder],
  ['a book that is cut off', () => torn(97)],
  ['a book with wrong types', wrongTypes],
  ['a book or its copy missing', missing],
  ['a book of a newer version', newer],
  ['spoilt files beside the book', companionsSpoilt],
]

it.each(faults)('holds on %s', async (_name, run) => {
  const outcome = await run()
  expect(outcome.broken).toEqual([])
  expect(held(outcome)).toBe(true)
})
