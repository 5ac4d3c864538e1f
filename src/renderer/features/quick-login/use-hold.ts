import { useEffect, useState, type RefObject } from 'react'
import type { AttemptView } from '../../../shared/flow'
import type { QuickLogin } from './use-quick-login'

/**
 * Keeps the window while something is typed into the form of an attempt, which would otherwise go with the
 * focus and take what was typed with it; and while an answer is waited for, as the system may ask the person
 * for the keychain, and its question takes the focus.
 */
export function useHold(
  area: RefObject<HTMLElement | null>,
  attempt: AttemptView,
  waiting: boolean,
  { tellHolding }: QuickLogin,
): void {
  const { turn } = attempt
  const [filled, setFilled] = useState(false)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const look = (): void => setFilled([...element.querySelectorAll('input')].some(isFilled))
    look()
    element.addEventListener('input', look)
    // A picture that is replaced empties its answer, without anybody typing.
    const observer = new MutationObserver(look)
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['src'] })
    return () => {
      element.removeEventListener('input', look)
      observer.disconnect()
    }
    // With each turn the form may hold something else.
  }, [area, turn])
  const holding = filled || waiting
  useEffect(() => {
    tellHolding(holding)
    return () => tellHolding(false)
  }, [tellHolding, holding])
}

/** Whether somebody has typed this; a box to tick is quickly ticked again. */
function isFilled(input: HTMLInputElement): boolean {
  if (input.type === 'checkbox' || input.type === 'radio' || input.type === 'hidden') return false
  return input.value !== '' && input.value !== input.defaultValue
}
