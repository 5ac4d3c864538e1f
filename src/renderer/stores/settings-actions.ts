/** What a person sets for the whole program. */
import type { CallInput } from '../../shared/contract'
import type { Failure } from '../../shared/failure'
import type { ActionParts } from './action-parts'

export function settingsActions({ bridge, mirror, text, orTell }: ActionParts) {
  const failed = { title: (failure: string) => text().settings.failed(failure) }
  /** Changes settings; each window shows them as soon as they are kept. Gives whether they are. */
  const changeSettings = (changes: CallInput<'settings.change'>): Promise<boolean> =>
    orTell(() => bridge.call('settings.change', changes), failed)
  return {
    changeSettings,
    checkForUpdates: () => orTell(() => bridge.call('updates.check', {})),
    /** Hides the addresses in windows and tray, or shows them again. */
    async toggleAddresses(): Promise<void> {
      const { snapshot } = mirror.store.getState()
      if (snapshot) await changeSettings({ hideAddresses: !snapshot.settings.hideAddresses })
    },
    /** Takes back that a program is always allowed. */
    removeProgram: (program: string) =>
      orTell(() => bridge.call('scripts.removeProgram', { program }), failed),
    /** Answers a program that asks for a token; a failure belongs to the question. */
    async answerScript(input: CallInput<'scripts.answer'>): Promise<Failure | undefined> {
      const answer = await bridge.call('scripts.answer', input)
      // Whoever asked may have left meanwhile; then the question is gone as well.
      return answer.ok || answer.failure.code === 'not-found' ? undefined : answer.failure
    },
  }
}
