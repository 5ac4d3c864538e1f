import { open } from 'node:fs/promises'

/** Writes bytes and waits until they have reached the disk: the least that keeping them costs. */
export async function writeSynced(path: string, bytes: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
