/** Keeps the application's menu as it is to be. */
import { Menu } from 'electron'
import type { Lock } from '../lock/lock'
import type { SettingsStore } from '../settings/settings'
import { menuTemplate, type MenuOptions } from './menu-template'

/** Draws the menu, and draws it anew when it is to say something else. */
export function followApplicationMenu(
  lock: Pick<Lock, 'view' | 'isOn' | 'isLocked' | 'lock'>,
  options: MenuOptions & { readonly settings: SettingsStore },
): void {
  let drawn: string | undefined
  const draw = (): void => {
    const { isOn, isLocked } = lock
    const { hideAddresses, zoom } = options.settings.value
    const wanted = `${isOn} ${isLocked} ${hideAddresses} ${zoom}`
    if (wanted === drawn) return
    drawn = wanted
    const lockNow = isOn ? () => lock.lock() : undefined
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options, { lockNow, isLocked })))
  }
  draw()
  lock.view.onChange(draw)
  options.settings.onChange(draw)
}
