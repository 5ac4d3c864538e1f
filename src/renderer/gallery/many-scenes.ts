/** The list with as many accounts as it is built for, with tags, colours and hidden ones among them. */
import type { AccountState, AccountView } from '../../shared/account'
import { colourNames } from '../features/accounts/describe-limits'
import type { Scene } from './scenes'
import { servers } from './sample-services'
import { account, snapshot } from './samples'
import { text } from './page-language'

const count = 10_000
const firstNames = ['Anna', 'Ben', 'Chloé', 'Darius', 'Elif', 'Frida', 'Goran', 'Hana', 'Ivo']
const places = ['Shop', 'Office', 'Greenhouse', 'Warehouse', 'Boat', 'Cabin', 'Workshop']
const tags = [['work'], [], ['home', 'family'], [], [], ['europe', 'work', 'resold']]
const rare: Partial<Record<number, AccountState>> = {
  3: 'needs-login',
  8: 'unreachable',
  13: 'blocked',
}

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('The list is empty.')
  return found
}

function numbered(index: number): AccountView {
  const name = at(firstNames, index)
  const state = rare[index % 40] ?? 'ready'
  const colour = index % 3 === 0 ? at(colourNames, index / 3) : undefined
  return account(`account-many-${index}`, at(servers, index % 7), {
    email: `${name.toLowerCase()}.${index}@mail.example.org`,
    label:
      index % 5 === 4
        ? `${name.toLowerCase()}.${index}@mail.example.org`
        : `${name}’s ${at(places, index)} ${index}`,
    position: index,
    tags: [...at(tags, index)],
    state,
    hidden: index % 500 === 7,
    active: index < 4,
    ...(colour ? { colour } : {}),
    ...(state === 'needs-login' ? { failure: { code: 'token-rejected' } } : {}),
  })
}

const many = Array.from({ length: count }, (_, index) => numbered(index))
const few = [0, 1, 2, 3, 5, 6, 7, 8, 12, 30, 507].map(numbered)
const open = (one: AccountView): NonNullable<Scene['place']> => ({
  kind: 'account',
  account: one.id,
})

export const manyScenes: Readonly<Record<string, Scene>> = {
  many: { snapshot: snapshot({ accounts: many }) },
  'many-open': { snapshot: snapshot({ accounts: many }), place: open(at(many, 6_000)) },
  'many-few': { snapshot: snapshot({ accounts: few }), place: open(at(few, 2)) },
  // By keys: where the window is low, the line is not drawn before the list has been scrolled to it.
  'many-hidden': {
    snapshot: snapshot({ accounts: few }),
    keys: ['Control+f', 'ArrowDown', 'End', 'Enter'],
  },
  'many-hidden-account': { snapshot: snapshot({ accounts: few }), place: open(at(few, 6)) },
  'many-describe': {
    snapshot: snapshot({ accounts: few }),
    place: open(at(few, 4)),
    press: [text.describing.open],
  },
}
