// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { makeWide } from '../../stores/width-rig'
import { open, press, text } from './app-rig'

afterEach(() => {
  cleanup()
  makeWide()
})

const settings = () => screen.getByRole('button', { name: text.app.settings })
const unlock = () => screen.getByRole('button', { name: text.keychain.retry })
const main = () => screen.getByRole('main')
const brand = text.prose.named(text.app.name, text.app.home)

function isBefore(one: HTMLElement, other: HTMLElement): boolean {
  const place = one.compareDocumentPosition(other)
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

const locked = { keychain: { kind: 'locked' } } as const

describe('the order of the window', () => {
  it('is that of one column where list and page are one: what has to be known, list, page, foot', async () => {
    makeWide(false)
    await open(locked)
    expect(isBefore(unlock(), screen.getByRole('button', { name: brand }))).toBe(true)
    expect(main().contains(unlock())).toBe(false)
    expect(isBefore(main(), settings())).toBe(true)
  })

  it('leaves what has to be known where it is when another page opens', async () => {
    makeWide(false)
    await open(locked)
    const before = unlock()
    await press(text.accounts.add)
    expect(unlock()).toBe(before)
  })

  it('is the list with its foot, and then the page with what has to be known, elsewhere', async () => {
    await open(locked)
    expect(main().contains(unlock())).toBe(true)
    expect(isBefore(settings(), main())).toBe(true)
  })
})
