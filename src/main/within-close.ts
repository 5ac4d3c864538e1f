/** Work that has not ended by then is finished by the next start. */
const closeLimitMs = 3_000

/** Waits for work when the program ends, but not for long. */
export async function withinClose(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, closeLimitMs)
  })
  await Promise.race([work, limit])
  clearTimeout(timer)
}
