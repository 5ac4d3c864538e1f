/** When what a crash cut short is finished. */
import type { Keychain } from '../keychain/keychain'
import type { Log } from '../log'

/**
 * Finishes what a crash cut short each time the keychain is ready, so that nothing is asked of it
 * before there is something to see. Gives a function that waits for what is under way.
 */
export function finishWhenReady(
  finish: () => Promise<unknown>,
  keychain: Pick<Keychain, 'state' | 'onState'>,
  log: Log,
): () => Promise<void> {
  let running = Promise.resolve()
  const attempt = (): void => {
    running = running.then(finish).then(
      () => undefined,
      (error: unknown) => log.bug('finishing what was cut short', error, 'start'),
    )
  }
  if (keychain.state.kind === 'ready') attempt()
  keychain.onState((state) => {
    if (state.kind === 'ready') attempt()
  })
  return () => running
}
