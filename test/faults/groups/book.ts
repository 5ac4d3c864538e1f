/** The book on a disk that refuses, spoilt in every way, of a newer version, and wanted by two programs. */
import { fullDisk, lockedFolder, refusedSteps } from '../book/refusing'
import { companionsSpoilt, flipped, missing, newer, torn, wrongTypes } from '../book/torn'
import { twoPrograms } from '../book/two-programs'
import type { Fault } from '../fault'

const fault = (name: string, run: Fault['run']): Fault => ({ fault: name, group: 'book', run })

export const bookFaults: readonly Fault[] = [
  fault('book-no-space-at-every-step', () => refusedSteps('ENOSPC')),
  fault('book-no-permission-at-every-step', () => refusedSteps('EACCES')),
  fault('book-full-disk', fullDisk),
  fault('book-locked-folder', lockedFolder),
  fault('book-torn', () => torn()),
  fault('book-one-wrong-bit', () => flipped()),
  fault('book-wrong-types', wrongTypes),
  fault('book-missing', missing),
  fault('book-newer-version', newer),
  fault('book-companions-spoilt', companionsSpoilt),
  fault('book-two-programs', twoPrograms),
]
