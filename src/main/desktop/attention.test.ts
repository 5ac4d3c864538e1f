import { beforeEach, describe, expect, it } from 'vitest'
import type { AccountId, AccountState, AccountView } from '../../shared/account'
import type { Place } from '../../shared/contract'
import { textFor } from '../../shared/text'
import { crowdId } from '../../../test/fakes/crowd'
import { AttentionDesk, type Notice } from './attention'

interface Shown extends Notice {
  visible: boolean
  readonly click: () => void
}

const [home, work, mail] = [crowdId(0), crowdId(1), crowdId(2)] as const

describe('a notification', () => {
  let shown: Shown[]
  let opened: Place[]
  let settings: { value: { notifications: boolean } }
  let inFront: boolean
  let nameless: boolean
  let states: Map<AccountId, AccountState>
  let desk: AttentionDesk

  beforeEach(() => {
    shown = []
    opened = []
    settings = { value: { notifications: true } }
    inFront = false
    nameless = false
    states = new Map([home, work, mail].map((id) => [id, 'needs-login']))
    desk = new AttentionDesk({
      account: (id) => view(id, states.get(id)),
      language: { text: textFor('en') },
      settings,
      inFront: () => inFront,
      nameless: () => nameless,
      show: (notice, click) => {
        const one = { ...notice, visible: true, click }
        shown.push(one)
        return () => {
          one.visible = false
        }
      },
      open: (place) => opened.push(place),
    })
  })

  const needs = (...accounts: AccountId[]) => desk.notice({ why: 'needs', accounts, asked: false })

  it('names the one account by its label and opens it', () => {
    needs(home)
    expect(shown).toMatchObject([{ title: 'Label 0 needs you' }])
    expect(shown[0]?.body).toContain('Log in again')
    shown[0]?.click()
    expect(opened).toEqual([{ kind: 'account', account: home }])
  })

  it('names nothing where nothing may be named, and leads to the account all the same', () => {
    nameless = true
    needs(home)
    desk.notice({ why: 'expires', accounts: [work], asked: false })
    expect(shown.map(({ title }) => title)).toEqual([
      'One account needs you',
      'One account will be logged out soon',
    ])
    expect(JSON.stringify(shown)).not.toContain('Label')
    shown[0]?.click()
    expect(opened).toEqual([{ kind: 'account', account: home }])
  })

  it('counts several and opens the home page', () => {
    needs(home, work, mail)
    expect(shown).toMatchObject([{ title: '3 accounts need you' }])
    shown[0]?.click()
    expect(opened).toEqual([{ kind: 'home' }])
  })

  it('holds a label and no address', () => {
    needs(home)
    needs(work)
    desk.notice({ why: 'expires', accounts: [mail], asked: false })
    expect(JSON.stringify(shown)).not.toContain('@')
  })

  it('takes the place of the one before while that was not looked at', () => {
    needs(home)
    needs(work)
    expect(shown.map(({ title, visible }) => ({ title, visible }))).toEqual([
      { title: 'Label 0 needs you', visible: false },
      { title: '2 accounts need you', visible: true },
    ])
    shown[1]?.click()
    needs(mail)
    expect(shown[2]?.title).toBe('Label 2 needs you')
  })

  it('forgets an account that is fine again or gone', () => {
    needs(home, work)
    states.set(home, 'ready')
    states.delete(work)
    needs(mail)
    expect(shown[1]?.title).toBe('Label 2 needs you')
  })

  it('does not come for what the person has begun and looks at', () => {
    inFront = true
    desk.notice({ why: 'needs', accounts: [home], asked: true })
    expect(shown).toEqual([])
    inFront = false
    desk.notice({ why: 'needs', accounts: [home], asked: true })
    expect(shown).toHaveLength(1)
  })

  it('does not come when the person wants none', () => {
    settings.value = { notifications: false }
    needs(home)
    expect(shown).toEqual([])
  })

  it('tells of an end before it comes', () => {
    states.set(home, 'ready')
    desk.notice({ why: 'expires', accounts: [home], asked: false })
    expect(shown[0]?.title).toBe('Label 0 will be logged out soon')
  })
})

function view(id: AccountId, state: AccountState | undefined): AccountView | undefined {
  if (state === undefined) return undefined
  const index = [home, work, mail].indexOf(id)
  return {
    id,
    label: `Label ${index}`,
    email: `person.${index}@mail.example`,
    state,
  } as AccountView
}
