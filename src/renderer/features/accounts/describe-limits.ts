/** What the contract allows when an account is described; a window ships no contract, a test compares. */
import type { AccountColour } from '../../../shared/account'

export const labelLength = 80
export const tagLength = 32
export const tagCount = 8

export const colourNames = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const satisfies readonly AccountColour[]
