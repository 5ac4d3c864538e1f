import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskAddress, maskAddresses } from './mask-address'

describe('a masked address', () => {
  it.each([
    ['anna@example.org', 'a…@example.org'],
    ['a@example.org', 'a…@example.org'],
    ['"odd, one"@example.org', '"…@example.org'],
    ['😀smile@example.org', '😀…@example.org'],
    ['nobody', 'n…'],
  ])('of %s is %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked)
  })

  it.each([
    ['We sent a code to anna@example.org.', 'We sent a code to a…@example.org.'],
    ['“anna.b+c@example.org” (home)', '“a…@example.org” (home)'],
    ['{"email":"anna@example.org"}', '{"email":"a…@example.org"}'],
    ['https://x.org/u?email=anna%40example.org&a=1', 'https://x.org/u?email=a…%40example.org&a=1'],
    ['anna@example.org,bob@example.net', 'a…@example.org,b…@example.net'],
    ['Nothing here, not even at 5 @ noon.', 'Nothing here, not even at 5 @ noon.'],
  ])('stands in %s', (text, masked) => {
    expect(maskAddresses(text)).toBe(masked)
  })

  it('is masked as a whole where it is known, however it is written', () => {
    const odd = 'a,b:c@example.org'
    expect(maskAddresses(`Sent to ${odd}.`, odd)).toBe('Sent to a…@example.org.')
  })

  it('leaves nothing of an address but its first letter and its server, and is masked once only', () => {
    const around = fc.constantFrom(' ', '(', ')', ', ', '"', '<', '>', '\n', '=', '&', '/')
    fc.assert(
      fc.property(fc.emailAddress(), around, around, (address, before, after) => {
        const text = `sent${before}${address}${after}today`
        const masked = maskAddresses(text, address)
        const local = address.slice(0, address.lastIndexOf('@'))
        if (local.length > 1) expect(masked).not.toContain(`${local}@`)
        expect(masked).toContain(address.slice(address.lastIndexOf('@')))
        expect(maskAddresses(masked)).toBe(masked)
      }),
    )
  })
})
