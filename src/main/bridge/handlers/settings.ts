/** Calls about what is set for the whole program. */
import { ok } from '../../../shared/failure'
import type { SettingsStore } from '../../settings/settings'
import type { Handlers } from '../dispatcher'

export function settingsHandlers(
  settings: SettingsStore,
  checkForUpdates: () => void,
): Pick<Handlers, 'settings.change' | 'updates.check'> {
  return {
    'updates.check': () => {
      checkForUpdates()
      return ok(null)
    },
    'settings.change': async (changes) => {
      const changed = await settings.change(changes)
      return changed.ok ? ok(null) : changed
    },
  }
}
