// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { accountColour, tag, tagLimit } from '../../../shared/account'
import { calls } from '../../../shared/contract'
import { fail, ok } from '../../../shared/failure'
import { maskAddress } from '../../../shared/mask-address'
import { accounts, settings } from '../../gallery/samples'
import { open, press, text } from '../shell/app-rig'
import { colourNames, labelLength, tagCount, tagLength } from './describe-limits'

const words = text.describing
const [first, second] = accounts
if (!first || !second) throw new Error('The samples are too few.')
const shop = { ...first, colour: 'teal' as const, tags: ['work'] }
const all = [shop, { ...second, tags: ['work', 'europe'] }, ...accounts.slice(2)]

afterEach(cleanup)

/** Opens the form; gives what was sent so far. */
async function begin(answer: typeof ok<null> | typeof fail = ok) {
  const place = { kind: 'account', account: shop.id } as const
  const { bridge } = await open({ accounts: all }, place, {
    'accounts.describe': () => (answer === ok ? ok(null) : fail('disk-failed')),
  })
  await press(words.open)
  return { sent: () => bridge.inputs('accounts.describe'), bridge }
}
const field = (name: string) => screen.getByLabelText(name)
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const enter = (name: string) => fireEvent.keyDown(field(name), { key: 'Enter' })
const chips = () =>
  within(screen.getByRole('main'))
    .queryAllByRole('button', { name: /^Take “/ })
    .map((chip) => chip.textContent)

describe('label, colour and tags', () => {
  it('are saved together, trimmed', async () => {
    const { sent } = await begin()
    type(words.label, ' Corner shop ')
    fireEvent.click(screen.getByRole('radio', { name: text.colours.pink }))
    type(words.tags, ' europe ')
    enter(words.tags)
    expect(chips()).toEqual(['work', 'europe'])
    type(words.tags, 'shop')
    await press(words.save)
    expect(sent()).toEqual([
      { account: shop.id, label: 'Corner shop', colour: 'pink', tags: ['work', 'europe', 'shop'] },
    ])
    expect(screen.queryByLabelText(words.label)).toBeNull()
  })

  it('are left with Escape, and the focus goes back to where it was', async () => {
    const { sent } = await begin()
    expect(document.activeElement).toBe(field(words.label))
    type(words.label, 'Something else')
    fireEvent.keyDown(field(words.label), { key: 'Escape' })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: words.open }))
    expect(sent()).toEqual([])
  })

  it('begin with the whole label selected, and go on where they were when the focus comes back', async () => {
    await begin()
    const label = field(words.label) as HTMLInputElement
    const selected = () => [label.selectionStart, label.selectionEnd]
    expect(selected()).toEqual([0, shop.label.length])
    label.setSelectionRange(2, 2)
    act(() => label.blur())
    act(() => label.focus())
    expect(selected()).toEqual([2, 2])
  })

  it('stay while Escape is meant for an input method', async () => {
    await begin()
    type(words.label, '角')
    fireEvent.keyDown(field(words.label), { key: 'Escape', isComposing: true })
    expect(field(words.label)).toHaveProperty('value', '角')
  })

  it('stay where Escape puts a tip away, which has heard it first', async () => {
    const hear = (event: Event) => event.preventDefault()
    window.addEventListener('keydown', hear, { capture: true, once: true })
    await begin()
    fireEvent.keyDown(field(words.label), { key: 'Escape' })
    expect(field(words.label)).toBeTruthy()
  })

  it('begin with what they are, and the colour and a tag can be taken away', async () => {
    const { sent } = await begin()
    const teal = screen.getByRole('radio', { name: text.colours.teal })
    expect((teal as HTMLInputElement).checked).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: words.noColour }))
    await press(words.removeTag('work'))
    expect(document.activeElement).toBe(field(words.tags))
    await press(words.save)
    expect(sent()).toEqual([{ account: shop.id, colour: null, tags: [] }])
  })

  it('lose one tag with each press of Backspace, however long it is held', async () => {
    await begin()
    type(words.tags, 'europe,asia,')
    for (const repeat of [false, true, true])
      fireEvent.keyDown(field(words.tags), { key: 'Backspace', repeat })
    expect(chips()).toEqual(['work', 'europe'])
  })

  it('leave alone what an import has changed meanwhile and the person has not', async () => {
    const { sent, bridge } = await begin()
    const imported = { ...shop, label: 'Shop', colour: 'pink' as const, tags: ['garden'] }
    act(() => bridge.change({ accounts: [imported] }))
    expect(field(words.label)).toHaveProperty('value', 'Shop')
    expect(screen.getByRole('radio', { name: text.colours.pink })).toHaveProperty('checked', true)
    expect(chips()).toEqual(['garden'])
    type(words.label, 'Corner shop')
    await press(words.save)
    expect(sent()).toStrictEqual([{ account: shop.id, label: 'Corner shop' }])
    await press(words.open)
    type(words.tags, 'home')
    await press(words.save)
    expect(sent().at(-1)).toStrictEqual({ account: shop.id, tags: ['garden', 'home'] })
  })

  it('are not taken for changed by a tag that could not be added', async () => {
    const { sent, bridge } = await begin()
    type(words.tags, 'WORK,')
    expect(screen.getByText(words.tagThere('WORK'))).toBeTruthy()
    type(words.tags, '')
    act(() => bridge.change({ accounts: [{ ...shop, tags: ['garden'] }] }))
    expect(chips()).toEqual(['garden'])
    type(words.label, 'Corner shop')
    await press(words.save)
    expect(sent()).toStrictEqual([{ account: shop.id, label: 'Corner shop' }])
  })

  it('take the focus to what is wrong when they are to be saved, and leave it alone until then', async () => {
    await begin()
    type(words.label, '  ')
    const button = screen.getByRole('button', { name: words.save })
    button.focus()
    await press(words.save)
    expect(document.activeElement).toBe(field(words.label))
    field(words.tags).focus()
    type(words.tags, 'WORK')
    enter(words.tags)
    expect(document.activeElement).toBe(field(words.tags))
    type(words.label, 'Corner shop')
    button.focus()
    await press(words.save)
    expect(document.activeElement).toBe(field(words.tags))
    expect(field(words.tags).getAttribute('aria-invalid')).toBe('true')
  })

  it('take the focus to what the main process finds wrong', async () => {
    const place = { kind: 'account', account: shop.id } as const
    await open({ accounts: all }, place, {
      'accounts.describe': () => fail('invalid-input', { field: 'tags.0' }),
    })
    await press(words.open)
    await press(words.save)
    expect(document.activeElement).toBe(field(words.tags))
  })

  it('say at the field what is wrong', async () => {
    const { sent } = await begin()
    type(words.label, '  ')
    await press(words.save)
    expect(field(words.label).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText(words.labelMissing)).toBeTruthy()
    type(words.tags, 'WORK')
    enter(words.tags)
    expect(screen.getByText(words.tagThere('WORK'))).toBeTruthy()
    type(words.tags, 'x'.repeat(tagLength + 1))
    enter(words.tags)
    expect(screen.getByText(words.tagTooLong(tagLength))).toBeTruthy()
    for (let count = 1; count < tagCount; count += 1) type(words.tags, `tag ${count},`)
    expect(chips()).toHaveLength(tagCount)
    type(words.tags, 'one more,')
    expect(screen.getByText(words.tooManyTags(tagCount))).toBeTruthy()
    expect(sent()).toEqual([])
  })

  it('are as many tags as were pasted, and what cannot be one stays to be mended', async () => {
    const { sent } = await begin()
    const long = 'x'.repeat(tagLength + 1)
    type(words.tags, `home, Work、shop，\u3000${long}, Europe,`)
    expect(chips()).toEqual(['work', 'home', 'shop', 'Europe'])
    expect(field(words.tags)).toHaveProperty('value', `Work, ${long}`)
    expect(screen.getByText(words.tagThere('Work'))).toBeTruthy()
    type(words.tags, `Wor, ${long}`)
    expect(chips()).toHaveLength(4)
    type(words.tags, long)
    await press(words.save)
    expect(screen.getByText(words.tagTooLong(tagLength))).toBeTruthy()
    expect(sent()).toEqual([])
    type(words.tags, ' asia, north west ')
    expect(chips()).toEqual(['work', 'home', 'shop', 'Europe', 'asia', 'north west'])
    await press(words.save)
    expect(sent()).toHaveLength(1)
  })

  it('stay as typed when they cannot be saved, with the reason', async () => {
    await begin(fail)
    type(words.label, 'Corner shop')
    await press(words.save)
    expect(screen.getByRole('alert').textContent).toContain(text.failures['disk-failed'].title)
    expect((field(words.label) as HTMLInputElement).value).toBe('Corner shop')
  })

  it('suggest the tags that other accounts bear', async () => {
    await begin()
    const list = document.getElementById(field(words.tags).getAttribute('list') ?? '')
    const options = [...(list?.querySelectorAll('option') ?? [])]
    expect(options.map((option) => option.value)).toEqual(['europe'])
  })

  it('keep to what the contract allows', () => {
    const { label } = calls['accounts.describe'].input.shape
    expect(label.safeParse('x'.repeat(labelLength)).success).toBe(true)
    expect(label.safeParse('x'.repeat(labelLength + 1)).success).toBe(false)
    expect(tag.safeParse('x'.repeat(tagLength)).success).toBe(true)
    expect(tag.safeParse('x'.repeat(tagLength + 1)).success).toBe(false)
    expect(tagCount).toBe(tagLimit)
    expect(colourNames).toEqual(accountColour.options)
  })
})

describe('a label that is the address, while addresses are hidden', () => {
  const plain = { ...shop, label: shop.email }
  const label = () => screen.getByLabelText<HTMLInputElement>(words.label)
  const typeIn = (value: string) => fireEvent.input(label(), { target: { value } })
  const hiding = { settings: { ...settings, hideAddresses: true } }

  async function begin() {
    const place = { kind: 'account', account: shop.id } as const
    const answers = { 'accounts.describe': () => ok(null) }
    const rig = await open({ accounts: [plain], ...hiding }, place, answers)
    await press(words.open)
    return rig
  }

  it('begins as dots, and a word more keeps the rest of it', async () => {
    const { bridge } = await begin()
    expect(label().type).toBe('password')
    typeIn(`${label().value} work`)
    expect(label().type).toBe('text')
    fireEvent.blur(label())
    expect(label().type).toBe('password')
    await press(words.save)
    expect(bridge.inputs('accounts.describe')).toMatchObject([{ label: `${plain.label} work` }])
    expect(document.body.textContent).not.toContain(plain.email)
  })

  it('is left alone when it is not touched', async () => {
    const { bridge } = await begin()
    await press(words.save)
    expect(bridge.inputs('accounts.describe')).toStrictEqual([{ account: plain.id }])
  })

  it('is covered from the moment at which they are, with what was typed', async () => {
    const { bridge } = await begin()
    act(() => bridge.change({ settings }))
    typeIn(`${label().value} work`)
    expect(label().type).toBe('text')
    act(() => bridge.change(hiding))
    expect(label().type).toBe('password')
    expect(label().value).toBe(`${plain.label} work`)
  })

  it('is an open field once it holds none', async () => {
    await begin()
    typeIn('Corner shop')
    fireEvent.blur(label())
    expect(label().type).toBe('text')
  })
})

describe('a tag that holds an address, while addresses are hidden', () => {
  it('is covered and kept, and no covered one is suggested', async () => {
    const [own, others] = ['anna@example.org', 'lee@example.org']
    const tagged = [
      { ...shop, tags: [own] },
      { ...second, tags: [others, 'europe'] },
    ]
    const hiding = { settings: { ...settings, hideAddresses: true } }
    const place = { kind: 'account', account: shop.id } as const
    const answers = { 'accounts.describe': () => ok(null) }
    const { bridge } = await open({ accounts: tagged, ...hiding }, place, answers)
    await press(words.open)
    expect(chips()).toEqual([maskAddress(own)])
    expect(document.body.innerHTML).not.toContain(own)
    const list = document.getElementById(field(words.tags).getAttribute('list') ?? '')
    const options = [...(list?.querySelectorAll('option') ?? [])]
    expect(options.map((option) => option.value)).toEqual(['europe'])
    type(words.tags, 'asia')
    await press(words.save)
    expect(bridge.inputs('accounts.describe')).toMatchObject([{ tags: [own, 'asia'] }])
  })
})
