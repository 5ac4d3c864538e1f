/** The file of a backup on disk: read whole within a limit, written so that no moment leaves half of it. */
import { randomBytes } from 'node:crypto'
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
      // One read may give less than there is.
      let at = 0
      while (at < size) {
        const { bytesRead } = await file.read(content, at, size - at, at)
        if (bytesRead === 0) break
        at += bytesRead
      }
      return ok(content.toString('utf8', 0, at))
    } finally {
      await file.close()
    }
  } catch (error) {
    return fail('backup-not-read', { detail: errorCode(error) })
  }
}

/**
 * Writes a sealed backup beside its place, syncs it and moves it there, readable by this user alone.
 * What was there before stays until then, and for good if `signal` is aborted before. Failures:
 * `backup-not-written`, `cancelled`.
 */
export async function writeBackupFile(
  path: string,
  text: string,
  steps: FileSteps,
  signal: AbortSignal,
): Promise<Result<void>> {
  // A name of its own, so that two exports to one place share no draft, and nothing that somebody has put
  // there, such as a link to elsewhere.
  const draft = `${path}.${randomBytes(8).toString('hex')}.part`
  try {
    await steps.write(draft, text, 'fresh')
    if (signal.aborted) {
      await steps.remove(draft).catch(() => undefined)
      return fail('cancelled')
    }
    await steps.move(draft, path)
  } catch (error) {
    await steps.remove(draft).catch(() => undefined)
    return fail('backup-not-written', { detail: errorCode(error) })
  }
  // The file stands by now. Not every file system that people keep backups on can sync a folder.
  await steps.syncFolder(dirname(path)).catch(() => undefined)
  return ok(undefined)
}
