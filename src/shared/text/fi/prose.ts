import type * as en from '../en/prose'

export const prose: typeof en.prose = {
  stop: (words) => `${words}.`,
  named: (name, value) => `${name}: ${value}`,
  list: (items) => items.join(', '),
  clauses: (items) => items.join('; '),
}
