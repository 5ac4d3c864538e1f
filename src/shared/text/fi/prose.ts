import type * as en from '../en/prose'

export const prose: typeof en.prose = {
  stop: (words) => `${words}.`,
  label: (name) => `${name}:`,
  named: (name, value) => `${name}: ${value}`,
  list: (items) => items.join(', '),
  clauses: (items) => items.join('; '),
}
