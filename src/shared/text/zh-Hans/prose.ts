import type { Text } from '../en'

export const prose: Text['prose'] = {
  stop: (words) => `${words}。`,
  label: (name) => `${name}：`,
  named: (name, value) => `${name}：${value}`,
  list: (items) => items.join('、'),
  clauses: (items) => items.join('；'),
}
