/** Which of the drawn icons a tray shows. scripts/icons.mjs draws them, each in two sizes. */
import type { Snapshot } from '../../shared/contract'

export type Platform = Snapshot['surroundings']['platform']

export interface TrayIconState {
  readonly platform: Platform
  /** The panel is dark, as far as the system tells. */
  readonly dark: boolean
  /** Something needs the person. */
  readonly attention: boolean
}

/**
 * Names the picture in resources/. macOS paints a one-coloured template for its menu bar. Windows tells
 * what colour the taskbar has. On Linux nobody tells: the panel's colour is its theme's own business, and
 * GNOME's bar is dark under a light theme too. So there the mark has an outline and reads on both.
 */
export function trayIconName({ platform, dark, attention }: TrayIconState): string {
  switch (platform) {
    case 'mac':
      return attention ? 'trayAttentionTemplate.png' : 'trayTemplate.png'
    case 'windows':
      return `tray-${dark ? 'dark' : 'light'}${attention ? '-attention' : ''}.png`
    case 'linux':
      return `tray${attention ? '-attention' : ''}.png`
  }
}
