import { expect, it } from 'vitest'
import { killWindow } from '../../faults/crash/window-kills'
import type { Outcome } from '../../faults/fault'
import { searchedAfter } from '../../faults/leak/deed'
import { echoed } from '../../faults/leak/echo'
import { wrongInputs } from '../../faults/leak/wrong'
import { services } from '../../faults/network/acts'
import { walks } from '../../walks'

/** Set `LATCHKEY_SEED` to see the choice of an earlier run again. */
const seed = Number(process.env['LATCHKEY_SEED'] ?? Date.now() % 1_000_000)

/** One of these, another with another seed. */
function oneOf<T>(all: readonly T[]): readonly T[] {
  return all.slice(seed % all.length).slice(0, 1)
}

function expectHeld({ broken, harm }: Outcome): void {
  expect({ broken, harm }).toEqual({
    broken: [],
    harm: { accountsLost: 0, secretsOrphaned: 0, registrationsRepeated: 0, leaks: 0 },
  })
}

it(`leaves no secret anywhere, whatever is walked or mistyped (seed ${seed})`, async () => {
  const quick = walks.filter(({ id }) => id.endsWith('-register') || id.endsWith('-reset'))
  const token = walks.filter(({ id }) => id === 'ipcola-token')
  expectHeld(
    await searchedAfter([...token, ...oneOf(quick), ...oneOf(wrongInputs)], 'ways and mistakes'),
  )
}, 90_000)

it.each(services)(
  `tells nobody what $adapter says back of what it was sent (seed ${seed})`,
  async (service) => {
    expectHeld(await echoed(service, (echo, act) => (echo + act + seed) % 30 === 0))
  },
  90_000,
)

it(`loses nothing when it is killed with its window (seed ${seed})`, async () => {
  expectHeld(await killWindow({ kills: 2, seed }))
}, 90_000)
