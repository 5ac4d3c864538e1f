import { expect, it } from 'vitest'
import { sentences } from './sentences'

it('puts a blank between sentences, but none behind a mark of full width', () => {
  expect(sentences('One.', undefined, 'Two.', '')).toBe('One. Two.')
  expect(sentences('一。', '二。', 'Latchkey 三。')).toBe('一。二。Latchkey 三。')
})
