import { useEffect, useRef } from 'react'
import type { AccountView } from '../../../shared/account'
import { useActions, useSnapshot } from '../../stores/context'
import { isShortcut } from '../shortcuts/shortcuts'
import { questionIsOpen } from '../shortcuts/use-shortcuts'

export interface QuickKeysOptions {
  /** The account that the screen is about. */
  readonly account: AccountView | undefined
  readonly onBack: () => void
  /** Where Enter belongs to a form or a button, it is left out. */
  readonly onEnter?: () => void
}

/** The window's keys on its screens without a list. */
export function useQuickKeys(options: QuickKeysOptions): void {
  const actions = useActions()
  const mac = useSnapshot(({ surroundings }) => surroundings.platform === 'mac')
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || questionIsOpen()) return
      const run = whatToRun(event)
      if (!run) return
      event.preventDefault()
      run()
    }
    const whatToRun = (event: KeyboardEvent): (() => void) | undefined => {
      const { account, onBack, onEnter } = latest.current
      if (isShortcut('quickBack', event, mac)) return onBack
      if (isShortcut('quickRun', event, mac)) return onEnter
      if (!account) return undefined
      const { id } = account
      if (isShortcut('quickOpen', event, mac)) {
        return () => void actions.openWindow('main', { kind: 'account', account: id })
      }
      if (isShortcut('quickCopy', event, mac) && !somethingIsSelected()) {
        return () => void actions.copyToken(id)
      }
      return undefined
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [actions, mac])
}

/** Whether copying means text: what is selected on the page or in a field. */
function somethingIsSelected(): boolean {
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement) {
    return activeElement.selectionStart !== activeElement.selectionEnd
  }
  return (document.getSelection()?.toString() ?? '') !== ''
}
