// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { accountId } from '../../../shared/ids'
import { accounts } from '../../gallery/samples'
import { open, text } from '../shell/app-rig'

afterEach(cleanup)

function inUse(): HTMLElement {
  const section = screen.getByRole('heading', { name: text.home.inUse }).closest('section')
  return section ?? document.body
}

it('tells which server an active account is at, where the service alone could be two', async () => {
  const active = accounts.filter(({ label }) => label === 'Home sensors' || label === 'Bench')
  await open({ accounts: active.map((account) => ({ ...account, active: true })) })
  const places = within(inUse())
    .getAllByRole('listitem')
    .map((card) => card.querySelector('.soft')?.textContent)
  expect(places).toEqual(['Ruuvi Cloud · Ready', 'Ruuvi Cloud · Ruuvi Testnet · Not checked'])
})

it('gives the account that follows buttons of its own, so that a press never reaches another one', async () => {
  const { one, next, elsewhere } = actives()
  const { bridge } = await open({
    accounts: [
      { ...one, active: true, lastUsedAt: 2 },
      { ...next, active: false },
      { ...elsewhere, active: true, lastUsedAt: 1 },
    ],
  })
  const [card] = cards()
  const [first = [], second = []] = cardButtons()
  expect(first[0]?.textContent).toBe(one.label)

  act(() => bridge.change({ uses: [{ id: elsewhere.id, active: true, lastUsedAt: 3 }] }))
  expect(isSame(cardButtons(), [second, first])).toBe(true)

  act(() =>
    bridge.change({
      uses: [
        { id: one.id, active: false, lastUsedAt: 2 },
        { id: next.id, active: true, lastUsedAt: 4 },
      ],
    }),
  )
  expect(cards()[0] === card).toBe(true)
  const [its = [], others = []] = cardButtons()
  expect(isSame([others], [second])).toBe(true)
  expect(its.map((button) => button.textContent)).toContain(next.label)
  expect(its).toHaveLength(first.length)
  expect(its.filter((button) => first.includes(button))).toEqual([])
})

/** Two ready accounts of a server, and one of another. */
function actives() {
  const [one, elsewhere] = accounts.filter(({ state }) => state === 'ready')
  if (!one || !elsewhere || one.server === elsewhere.server) {
    throw new Error('The samples are too few.')
  }
  return { one, elsewhere, next: { ...one, id: accountId.parse(randomUUID()), label: 'Next' } }
}

const cards = (): HTMLElement[] => within(inUse()).getAllByRole('listitem')

/** The buttons of each card, from top to bottom. */
function cardButtons(): HTMLElement[][] {
  return cards().map((card) => within(card).getAllByRole('button'))
}

/** Whether they are the same elements: Vitest takes two that look alike for one. */
function isSame(some: HTMLElement[][], others: HTMLElement[][]): boolean {
  const [one, other] = [some.flat(), others.flat()]
  return one.length === other.length && one.every((button, at) => button === other[at])
}
