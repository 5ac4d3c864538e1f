// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { maskAddress } from '../../../shared/mask-address'
import { accounts, settings } from '../../gallery/samples'
import { open, press, text } from '../shell/app-rig'

const words = text.describing
const [first, second] = accounts
if (!first || !second) throw new Error('The samples are too few.')
const shop = { ...first, tags: ['work'] }
const all = [shop, { ...second, tags: ['work', 'europe'] }, ...accounts.slice(2)]

afterEach(cleanup)

describe('a tag on the account’s page', () => {
  it('narrows the list to the whole tag while it is covered', async () => {
    const own = 'kim@example.org'
    const others = [{ ...shop, tags: ['kai@example.org', own] }, second]
    const hiding = { settings: { ...settings, hideAddresses: true } }
    const place = { kind: 'account', account: shop.id } as const
    const { ui } = await open({ accounts: others, ...hiding }, place)
    const [, chip] = screen.getAllByRole('button', { name: words.showTag(maskAddress(own)) })
    if (!chip) throw new Error('The second tag has no button.')
    await act(async () => Promise.resolve(fireEvent.click(chip)))
    expect(ui.getState().filter).toEqual({ kind: 'tag', tag: own })
    const list = screen.getByRole('navigation', { name: text.accounts.title })
    expect(within(list).getAllByRole('button')).toHaveLength(1)
  })

  it('narrows the list to the accounts that bear it, until that is taken away', async () => {
    await open({ accounts: all }, { kind: 'account', account: shop.id })
    await press(words.showTag('work'))
    const list = screen.getByRole('navigation', { name: text.accounts.title })
    expect(within(list).getAllByRole('button')).toHaveLength(2)
    await press(text.list.clearFilter(text.list.filterName({ kind: 'tag', tag: 'work' })))
    expect(within(list).getAllByRole('button')).toHaveLength(all.length)
    await act(async () => Promise.resolve())
  })
})
