/** Whichever comes first: the answer, or the wish to stop waiting for it. */
export async function sooner<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | 'stopped'> {
  const stopped = new Promise<'stopped'>((resolve) => {
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
    if (signal.aborted) resolve('stopped')
  })
  return Promise.race([answer, stopped])
}
