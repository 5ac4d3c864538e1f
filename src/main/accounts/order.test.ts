import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountId, serverId, type AccountId } from '../../shared/account'
import { move, type Ordered } from './order'

const here = serverId.parse('made-up+https://here.example')
const there = serverId.parse('made-up+https://there.example')
const id = (number: number): AccountId => accountId.parse(`account-${number}`)

const standing = (positions: readonly number[], server = here, first = 0): Ordered[] =>
  positions.map((position, index) => ({ id: id(first + index), server, position }))

const shown = (accounts: readonly Ordered[]): AccountId[] =>
  accounts
    .filter((one) => one.server === here)
    .toSorted((one, other) => one.position - other.position)
    .map((one) => one.id)

function must(moved: ReturnType<typeof move>): ReadonlyMap<AccountId, number> {
  if (!moved.ok) throw new Error(moved.failure.code)
  return moved.value
}

const after = (accounts: readonly Ordered[], changed: ReadonlyMap<AccountId, number>): Ordered[] =>
  accounts.map((one) => ({ ...one, position: changed.get(one.id) ?? one.position }))

/** The order as a person would make it: take the account out and put it before the other one. */
function wish(order: readonly AccountId[], one: AccountId, before: AccountId | null): AccountId[] {
  if (one === before) return [...order]
  const others = order.filter((other) => other !== one)
  return others.toSpliced(before === null ? others.length : others.indexOf(before), 0, one)
}

describe('moving an account', () => {
  it('gives the wished order after any moves, and leaves other groups alone', () => {
    const count = 12
    const one = fc.integer({ min: 0, max: count - 1 })
    const moves = fc.array(fc.tuple(one, fc.option(one)), { maxLength: 60 })
    const starts = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count })
    fc.assert(
      fc.property(starts, moves, (start, wanted) => {
        const elsewhere = standing([0, 1, 2], there, 100)
        let accounts = [...standing(start), ...elsewhere]
        for (const [which, target] of wanted) {
          const before = target === null ? null : id(target)
          const order = wish(shown(accounts), id(which), before)
          accounts = after(accounts, must(move(accounts, id(which), before)))
          expect(shown(accounts)).toEqual(order)
        }
        expect(accounts.slice(count)).toEqual(elsewhere)
      }),
    )
  })

  it('changes one account in the usual case', () => {
    const accounts = standing([0, 1, 2, 3])
    expect([...must(move(accounts, id(3), id(1)))]).toEqual([[id(3), 0.5]])
    expect([...must(move(accounts, id(0), null))]).toEqual([[id(0), 4]])
    expect([...must(move(accounts, id(2), id(0)))]).toEqual([[id(2), -1]])
  })

  it('changes nothing for an account that stands there already', () => {
    const accounts = standing([0, 1, 2])
    expect(must(move(accounts, id(1), id(2))).size).toBe(0)
    expect(must(move(accounts, id(1), id(1))).size).toBe(0)
    expect(must(move(accounts, id(2), null)).size).toBe(0)
  })

  it('spreads out only the neighbourhood where the room has run out', () => {
    let accounts = standing(Array.from({ length: 1_000 }, (_, index) => index))
    let most = 0
    // Always into the same gap: the room halves each time.
    for (let turn = 0; turn < 200; turn += 1) {
      const one = id(999 - (turn % 2))
      const order = wish(shown(accounts), one, id(500))
      const changed = must(move(accounts, one, id(500)))
      accounts = after(accounts, changed)
      most = Math.max(most, changed.size)
      expect(shown(accounts)).toEqual(order)
    }
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThan(10)
  })

  it('refuses what is not in the group, and names it', () => {
    const accounts = [...standing([0, 1]), ...standing([0], there, 100)]
    expect(move(accounts, id(7), null)).toMatchObject({ failure: { code: 'not-found' } })
    expect(move(accounts, id(0), id(100))).toMatchObject({
      failure: { code: 'invalid-input', field: 'before' },
    })
    expect(move(accounts, id(0), id(7))).toMatchObject({
      failure: { code: 'invalid-input', field: 'before' },
    })
  })
})
