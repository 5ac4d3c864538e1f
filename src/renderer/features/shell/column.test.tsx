// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { attempt, fields, step } from '../../gallery/sample-steps'
import { accounts } from '../../gallery/samples'
import { makeWide } from '../../stores/width-rig'
import { open, press, text } from './app-rig'

const [first] = accounts
if (!first) throw new Error('The samples have no account.')

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

/** In one column, shell.css shows no list beside a page; jsdom would give the focus to its search all the same. */
function withoutList() {
  makeWide(false)
  screen.getByRole<HTMLInputElement>('searchbox').disabled = true
}
const searchKey = () =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'f', ctrlKey: true })
    await Promise.resolve()
  })

describe('the search of one column', () => {
  it('is gone to from a page of an account', async () => {
    const { ui } = await open({}, { kind: 'account', account: first.id })
    withoutList()
    await searchKey()
    expect(ui.getState().place).toEqual({ kind: 'home' })
  })

  it('waits while a form is filled in', async () => {
    const shown = attempt(step({ fields: [fields.email] }))
    const place = { kind: 'attempt', attempt: shown.id } as const
    const { bridge, ui } = await open({ attempts: [shown] }, place)
    withoutList()
    const email = screen.getByLabelText<HTMLInputElement>('E-mail')
    fireEvent.change(email, { target: { value: 'typed@example.org' } })
    await searchKey()
    expect(ui.getState().place).toEqual(place)
    expect(bridge.inputs('flow.leave')).toEqual([])
    expect(screen.getByLabelText('E-mail')).toBe(email)
  })
})

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
