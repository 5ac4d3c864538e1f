/** The program killed at every durable operation of everything it does, and with its window at random. */
import { deeds } from '../crash/deeds'
import { killEverywhere } from '../crash/matrix'
import { killWindow } from '../crash/window-kills'
import type { Fault } from '../fault'

const seed = Number(process.env['LATCHKEY_FAULT_SEED'] ?? Date.now() % 1_000_000)

export const crashFaults: readonly Fault[] = [
  ...deeds.map((deed): Fault => ({
    fault: `crash-${deed.id.replaceAll(' ', '-')}`,
    group: 'crash',
    run: () => killEverywhere(deed),
  })),
  {
    fault: 'crash-window-at-random',
    group: 'crash',
    run: () => killWindow({ kills: 30, seed }),
  },
]
