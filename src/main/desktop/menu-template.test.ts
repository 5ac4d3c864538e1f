import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/failure'
import { defaultSettings, type Settings } from '../../shared/settings'
import { textFor } from '../../shared/text'
import { locales, type Locale } from '../../shared/text/locale'
import { zoomSteps, type Zoom } from '../../shared/zoom'
import type { SettingsChange } from '../settings/settings'
import { menuTemplate } from './menu-template'

type Item = MenuItemConstructorOptions
const text = textFor('en')
const nothing = (): void => undefined

interface Given {
  readonly locale?: Locale
  readonly mac?: boolean
  readonly locked?: boolean
  readonly lockNow?: () => void
  readonly development?: boolean
  readonly settings?: Partial<Settings>
}

function open({
  locale = 'en',
  mac = false,
  locked = false,
  lockNow,
  development = false,
  ...given
}: Given) {
  const changes: SettingsChange[] = []
  const settings = {
    value: { ...defaultSettings, ...given.settings },
    change: (change: SettingsChange) => {
      changes.push(change)
      return Promise.resolve(ok(undefined))
    },
  }
  const options = { addAccount: nothing, openSettings: nothing, showShortcuts: nothing }
  const menus = menuTemplate(
    { ...options, text: textFor(locale), mac, development, settings },
    { lockNow, isLocked: locked },
  )
  const items = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  return {
    menus,
    items,
    changes,
    item: (label: string) => items.find((one) => one.label === label),
  }
}

const click = (item: Item | undefined): void => {
  // No item here looks at what Electron hands it.
  ;(item?.click as (() => void) | undefined)?.()
}

describe.each(locales)('the menu in %s', (locale) => {
  it.each([true, false])('says nothing that is not in the catalogue (macOS: %s)', (mac) => {
    const { menu } = textFor(locale)
    const { menus, items } = open({ mac, locale, development: true, lockNow: nothing })
    const labels = [...menus, ...items]
      .filter(({ type, role }) => type !== 'separator' && role !== 'appMenu')
      .map(({ label }) => label)
    expect(labels.length).toBeGreaterThan(15)
    for (const label of labels) expect(Object.values(menu)).toContain(label)
  })
})

describe('the menu', () => {
  it('of macOS begins with the program’s own, and ends with windows and help', () => {
    const { menus } = open({ mac: true })
    expect(menus.map(({ role, label }) => role ?? label)).toEqual([
      'appMenu',
      text.menu.file,
      text.menu.edit,
      text.menu.view,
      'windowMenu',
      'help',
    ])
    const own = menus[0]?.submenu as Item[]
    expect(own.flatMap(({ role, label }) => role ?? label ?? [])).toEqual([
      'about',
      text.menu.settings,
      'services',
      'hide',
      'hideOthers',
      'unhide',
      'quit',
    ])
  })

  it('elsewhere has settings and quitting in the first, and the program itself in the last', () => {
    const { menus } = open({})
    expect(menus.map(({ label }) => label)).toEqual([
      text.menu.file,
      text.menu.edit,
      text.menu.view,
      text.menu.help,
    ])
    const labels = (menu: Item | undefined) =>
      (menu?.submenu as Item[]).flatMap(({ label }) => label ?? [])
    expect(labels(menus[0])).toContain(text.menu.settings)
    expect(labels(menus[0])).toContain(text.menu.quit)
    expect(labels(menus.at(-1))).toContain(text.menu.about)
  })

  it.each([true, false])('has words of its own for every item (macOS: %s)', (mac) => {
    const { menus, items } = open({ mac, development: true, lockNow: nothing })
    const silent = [...menus, ...items].filter(
      ({ type, role, label }) => type !== 'separator' && role !== 'appMenu' && label === undefined,
    )
    expect(silent).toEqual([])
  })

  it.each([true, false])('gives no shortcut twice (macOS: %s)', (mac) => {
    const { items } = open({ mac, lockNow: nothing })
    const keys = items.flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('CmdOrCtrl+,')
  })

  it('locks where there is something to lock with', () => {
    expect(open({}).item(text.menu.lock)).toBeUndefined()
    expect(open({ lockNow: nothing }).item(text.menu.lock)).toBeDefined()
  })

  it('shows developer tools to developers alone', () => {
    expect(open({}).items.some(({ role }) => role === 'toggleDevTools')).toBe(false)
    expect(open({ development: true }).items.some(({ role }) => role === 'toggleDevTools')).toBe(
      true,
    )
  })

  it.each([true, false])('hides and shows addresses while open alone (macOS: %s)', (mac) => {
    const hide = (locked: boolean) => open({ mac, locked }).item(text.menu.hideAddresses)
    expect(hide(false)).toMatchObject({ type: 'checkbox', enabled: true })
    expect(hide(true)).toMatchObject({ type: 'checkbox', enabled: false })
  })
})

describe('zoom in the menu', () => {
  const words = text.menu
  const end = (label: string, zoom: Zoom) => open({ settings: { zoom } }).item(label)?.enabled

  it('goes a step up or down, and back', () => {
    const { item, changes } = open({ settings: { zoom: 110 } })
    click(item(words.zoomIn))
    click(item(words.zoomOut))
    click(item(words.zoomReset))
    expect(changes).toEqual([{ zoom: 125 }, { zoom: 100 }, { zoom: 100 }])
  })

  it('ends at its limits', () => {
    expect([end(words.zoomIn, 200), end(words.zoomOut, 200)]).toEqual([false, true])
    expect([end(words.zoomIn, 50), end(words.zoomOut, 50)]).toEqual([true, false])
    expect(end(words.zoomReset, 100)).toBe(false)
    expect(zoomSteps).toContain(100)
  })

  it('takes the key of the plus sign with and without Shift', () => {
    const { items } = open({})
    const keys = items.filter(({ label }) => label === words.zoomIn)
    expect(keys.map(({ accelerator }) => accelerator)).toEqual(['CmdOrCtrl+Plus', 'CmdOrCtrl+='])
  })
})
