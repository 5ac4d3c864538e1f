import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/failure'
import { defaultSettings } from '../../shared/settings'
import { textFor } from '../../shared/text'
import { menuTemplate } from './menu-template'

const text = textFor('en')
const nothing = (): void => undefined

function hideAddresses(mac: boolean, isLocked: boolean): MenuItemConstructorOptions | undefined {
  const settings = { value: defaultSettings, change: () => Promise.resolve(ok(undefined)) }
  const options = { addAccount: nothing, openSettings: nothing, showShortcuts: nothing }
  const template = menuTemplate(
    { ...options, text, mac, development: false, settings },
    { lockNow: nothing, isLocked },
  )
  return template
    .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
    .find(({ label }) => label === text.menu.hideAddresses)
}

describe.each([true, false])('the menu (macOS: %s)', (mac) => {
  it('hides and shows addresses while open, and not without the passphrase', () => {
    expect(hideAddresses(mac, false)).toMatchObject({ type: 'checkbox', enabled: true })
    expect(hideAddresses(mac, true)).toMatchObject({ type: 'checkbox', enabled: false })
  })
})
