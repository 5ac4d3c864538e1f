/** The file of a backup on disk: read whole within a limit, written so that no moment leaves half of it. */
import { open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '../../shared/failure'
import { errorCode, type FileSteps } from '../accounts/file-steps'
import { fileLimitBytes } from './format'

/**
 * Reads a file that the person has chosen. Failures: `backup-not-read` (also for what is no plain
 * file), `backup-too-large`.
 */
export async function readBackupFile(path: string): Promise<Result<string>> {
  try {
    // Before it is opened: opening a pipe waits for whoever writes into it.
    if (!(await stat(path)).isFile()) return fail('backup-not-read')
    const file = await open(path, 'r')
    try {
      // What is read is no more than what was measured, also of a file that grows meanwhile.
      const { size } = await file.stat()
      if (size > fileLimitBytes) return fail('backup-too-large')
      const content = Buffer.alloc(size)
      const { bytesRead } = await file.read(content, 0, size, 0)
      return ok(content.toString('utf8', 0, bytesRead))
    } finally {
      await file.close()
    }
  } catch (error) {
    return fail('backup-not-read', { detail: errorCode(error) })
  }
}

/**
 * Writes a sealed backup beside its place, syncs it and moves it there, readable by this user alone.
 * What was there before stays until then. Fails with `backup-not-written`.
 */
export async function writeBackupFile(
  path: string,
  text: string,
  steps: FileSteps,
): Promise<Result<void>> {
  const draft = `${path}.part`
  try {
    // One that a crash has left may belong to somebody else, or lead elsewhere.
    await steps.remove(draft)
    await steps.write(draft, text)
    await steps.move(draft, path)
    await steps.syncFolder(dirname(path))
    return ok(undefined)
  } catch (error) {
    await steps.remove(draft).catch(() => undefined)
    return fail('backup-not-written', { detail: errorCode(error) })
  }
}
