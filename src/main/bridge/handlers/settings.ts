/** Calls about what is set for the whole program. */
import { ok } from '../../../shared/failure'
import type { SettingsStore } from '../../settings/settings'
import type { Handlers } from '../dispatcher'

export function settingsHandlers(settings: SettingsStore): Pick<Handlers, 'settings.change'> {
  return {
    'settings.change': async (changes) => {
      const changed = await settings.change(changes)
      return changed.ok ? ok(null) : changed
    },
  }
}
