/**
 * A further start of the program hands over what it was started with to the one that runs, by the socket
 * of commands. Electron's instance lock does the same, but can be taken from a program that lives: when its
 * marks in the temporary folder are cleared away, or by a start on another computer that shares the home.
 */
import { findPlace, isPath } from '../main/scripts/place'
import { ask, type Asked, type Patience } from './ask'

/** `deaf`: somebody is there, and has not said that they take over. */
export type HandedOver = 'nobody' | 'taken' | 'deaf'

/** Both is done without anybody's thought; a busy machine may need a while for it. */
const patienceOfStart: Patience = { greetingMs: 5_000, answerMs: 5_000 }

/**
 * Tells a program that runs on the profile that it was started once more, with these words. Nobody is there
 * where nothing says so, or nobody listens, which shows at once. Who lets themselves be reached lives, however
 * long they take: they hold the profile's files in memory, so whoever gets no answer must not open them.
 */
export async function handOver(
  profile: string,
  words: readonly string[],
  patience = patienceOfStart,
): Promise<HandedOver> {
  const place = findPlace(profile)
  const address = place.kind === 'unsafe' ? undefined : place.address
  // A pipe may be anybody's, and Windows takes no lock from a program that lives.
  if (address === undefined || !isPath(address)) return 'nobody'
  return outcome(await ask(profile, { ask: 'start', words: [...words] }, patience))
}

function outcome(asked: Asked): HandedOver {
  switch (asked.kind) {
    case 'answered':
      return asked.answer.answer === 'started' ? 'taken' : 'deaf'
    case 'unsafe':
    case 'not-running':
      return 'nobody'
    case 'lost':
    case 'unproven':
    case 'not-understood':
    case 'no-answer':
      return 'deaf'
  }
}
