/** What a person sets for the whole program. */
import type { CallInput } from '../../shared/contract'
import type { Text } from '../../shared/text'
import type { Bridge } from '../bridge'
import type { Mirror } from './mirror'
import { withToast, type UiStore } from './ui'

export interface SettingsActionsOptions {
  readonly bridge: Bridge
  readonly mirror: Mirror
  readonly ui: UiStore
  readonly text: () => Text
}

export function settingsActions({ bridge, mirror, ui, text }: SettingsActionsOptions) {
  /** Changes settings; each window shows them as soon as they are kept. Gives whether they are. */
  async function changeSettings(changes: CallInput<'settings.change'>): Promise<boolean> {
    const answer = await bridge.call('settings.change', changes)
    if (answer.ok) return true
    const { title, text: explanation } = text().failures[answer.failure.code]
    const toast = {
      tone: 'bad',
      title: text().settings.failed(title),
      text: explanation,
    } as const
    ui.setState((state) => withToast(state, toast))
    return false
  }
  return {
    changeSettings,
    checkForUpdates: () => bridge.call('updates.check', {}),
    /** Hides the addresses in windows and tray, or shows them again. */
    async toggleAddresses(): Promise<void> {
      const { snapshot } = mirror.store.getState()
      if (snapshot) await changeSettings({ hideAddresses: !snapshot.settings.hideAddresses })
    },
    /** Answers a program that asks for a token; gives whether the answer was kept. */
    answerScript: async (input: CallInput<'scripts.answer'>): Promise<boolean> => {
      const answer = await bridge.call('scripts.answer', input)
      // Whoever asked may have left meanwhile; then the question is gone as well.
      if (answer.ok || answer.failure.code === 'not-found') return true
      const { title, text: explanation } = text().failures[answer.failure.code]
      ui.setState((state) => withToast(state, { tone: 'bad', title, text: explanation }))
      return false
    },
  }
}
