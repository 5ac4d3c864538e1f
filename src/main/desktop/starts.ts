/**
 * What a start of the program shows: the first one, and each further one, which hands over to the first
 * and ends.
 */
import type { WindowKind } from '../../shared/contract'

/** Shows nothing: what the system starts at login. */
export const hiddenArgument = '--hidden'
/** Opens quick login: for a shortcut that the person sets in their desktop, as Wayland needs it. */
export const quickLoginArgument = '--quick-login'

/** What a start is told by its words, without all else that stands on its command line. */
export function startWords(argv: readonly string[]): readonly string[] {
  return [hiddenArgument, quickLoginArgument].filter((word) => argv.includes(word))
}

export interface Start {
  readonly argv: readonly string[]
  /** Whether there is an account to log in with. */
  readonly accounts: boolean
}

/** The window that the first start opens, or nothing. */
export function firstWindow({ argv, accounts }: Start): WindowKind | undefined {
  if (argv.includes(hiddenArgument)) return undefined
  return argv.includes(quickLoginArgument) && accounts ? 'quick-login' : 'main'
}

/** Whether the first start opens the main window, whatever there is in the book. */
export function opensMain(argv: readonly string[]): boolean {
  return [true, false].every((accounts) => firstWindow({ argv, accounts }) === 'main')
}

/**
 * The window that a further start opens. Who starts a program that shows nothing looks for it, and
 * gets the main window; who starts it although it is in sight wants something quick.
 */
export function furtherWindow(
  { argv, accounts }: Start,
  windowInSight: boolean,
): WindowKind | undefined {
  if (argv.includes(hiddenArgument)) return undefined
  const quick = windowInSight || argv.includes(quickLoginArgument)
  return quick && accounts ? 'quick-login' : 'main'
}
