/** Keeps the application's menu as it is to be. */
import { Menu } from 'electron'
import type { Language } from '../language'
import type { Lock } from '../lock/lock'
import type { SettingsStore } from '../settings/settings'
import { menuTemplate, type MenuOptions } from './menu-template'

interface FollowedByMenu {
  readonly settings: SettingsStore
  readonly language: Language
}

/** Draws the menu, and draws it anew when it is to say something else. */
export function followApplicationMenu(
  lock: Pick<Lock, 'view' | 'isOn' | 'isLocked' | 'lock'>,
  options: Omit<MenuOptions, 'text'> & FollowedByMenu,
): void {
  const { settings, language } = options
  let drawn: string | undefined
  const draw = (): void => {
    const { isOn, isLocked } = lock
    const { hideAddresses, zoom } = settings.value
    const wanted = [isOn, isLocked, hideAddresses, zoom, language.value].join(' ')
    if (wanted === drawn) return
    drawn = wanted
    const { text } = language
    const lockNow = isOn ? () => lock.lock() : undefined
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate({ ...options, text }, { lockNow, isLocked })),
    )
  }
  draw()
  lock.view.onChange(draw)
  settings.onChange(draw)
  language.onChange(draw)
}
