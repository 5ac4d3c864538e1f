// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { accounts } from '../../gallery/samples'
import { list, open, press, text } from '../shell/app-rig'

afterEach(cleanup)

const cells = () => screen.getByRole('group', { name: text.home.byState })
const listed = () =>
  within(list())
    .getAllByRole('listitem')
    .map((item) => item.textContent)

describe('all accounts by state', () => {
  it('counts them, one button for each state that there is', async () => {
    await open()
    expect(
      within(cells())
        .getAllByRole('button')
        .map((cell) => cell.textContent),
    ).toEqual(['3 Ready', '1 To log in', '1 Half done', '1 Not checked', '1 Blocked'])
  })

  it('narrows the list to one state, and shows all again when pressed once more', async () => {
    await open()
    const all = listed().length
    await press('1 Blocked', cells())
    const blocked = within(cells()).getByRole('button', { name: '1 Blocked' })
    expect(blocked.getAttribute('aria-pressed')).toBe('true')
    expect(listed()).toEqual([expect.stringContaining('Old archive')])
    await press('1 Blocked', cells())
    expect(listed()).toHaveLength(all)
  })

  it('counts ten thousand, and the numbers add up', async () => {
    const [one] = accounts
    if (!one) throw new Error('The samples are empty.')
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...one,
      id: `${one.id}-${index}` as typeof one.id,
      position: index,
      active: index === 0,
      state: index % 10 === 0 ? ('blocked' as const) : ('ready' as const),
    }))
    await open({ accounts: many })
    expect(within(cells()).getByRole('button', { name: '9,000 Ready' })).toBeTruthy()
    expect(within(cells()).getByRole('button', { name: '1,000 Blocked' })).toBeTruthy()
  })

  it('is not drawn for a single account', async () => {
    await open({ accounts: accounts.slice(0, 1) })
    expect(screen.queryByRole('group', { name: text.home.byState })).toBeNull()
  })
})
