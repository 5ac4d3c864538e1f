/**
 * The frame of `npm run test:faults`: what a fault is, and how one tells whether the program held. This
 * folder holds what the program is put through on its worst day; groups/ lists the faults, one file per
 * group. A small, seeded part of each group also runs in test/integration/faults.
 */

export const groups = ['crash', 'keychain', 'network', 'bridge', 'leak', 'book'] as const
export type Group = (typeof groups)[number]

/** What must stay at zero over a whole run. */
export interface Harm {
  readonly accountsLost: number
  /** Secrets in the keychain that no account in the book knows of. */
  readonly secretsOrphaned: number
  /** Requests that register, verify or reset and reached a service more often than a person asked. */
  readonly registrationsRepeated: number
  /** Places in which a secret was found that has no business there. */
  readonly leaks: number
}

export interface Outcome {
  /** What was done to the program, with counts: "12 answers cut in mid-body". */
  readonly did: string
  /** What did not hold, one sentence each. Empty where all held. */
  readonly broken: readonly string[]
  readonly harm: Harm
}

export interface Fault {
  /** A name of its own, in lower case with hyphens: `network-stalled`. */
  readonly fault: string
  readonly group: Group
  /** Does it. What throws did not hold. */
  run(): Promise<Outcome>
}

/** What is told of a fault that threw or hung. */
export const unended = 'did not come to an end'

export const noHarm: Harm = {
  accountsLost: 0,
  secretsOrphaned: 0,
  registrationsRepeated: 0,
  leaks: 0,
}

export function sumOfHarm(all: readonly Harm[]): Harm {
  return all.reduce(
    (sum, harm) => ({
      accountsLost: sum.accountsLost + harm.accountsLost,
      secretsOrphaned: sum.secretsOrphaned + harm.secretsOrphaned,
      registrationsRepeated: sum.registrationsRepeated + harm.registrationsRepeated,
      leaks: sum.leaks + harm.leaks,
    }),
    noHarm,
  )
}

/** Whether nothing broke and nobody was harmed. */
export function held({ broken, harm }: Outcome): boolean {
  return broken.length === 0 && Object.values(harm).every((count: number) => count === 0)
}

/** Gathers what one fault finds; a fault goes on after the first thing that does not hold. */
export class Findings {
  private readonly broken: string[] = []
  private harm = noHarm

  /** Notes `why` where something that must hold does not. Gives whether it does. */
  check(holds: boolean, why: string): boolean {
    if (!holds) this.broken.push(why)
    return holds
  }

  /** Counts harm and says what it was. */
  count(harm: Partial<Harm>, why: string): void {
    this.harm = sumOfHarm([this.harm, { ...noHarm, ...harm }])
    this.broken.push(why)
  }

  outcome(did: string): Outcome {
    return { did, broken: this.broken, harm: this.harm }
  }
}
