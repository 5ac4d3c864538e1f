import { useEffect, type RefObject } from 'react'
import type { AttemptView } from '../../../shared/flow'
import type { QuickLogin } from './use-quick-login'

/**
 * Keeps the window while something is typed into the form of an attempt: it would otherwise go with the
 * focus, and what was typed with it.
 */
export function useHold(
  area: RefObject<HTMLElement | null>,
  attempt: AttemptView,
  { tellFilled }: QuickLogin,
): void {
  const { turn } = attempt
  useEffect(() => {
    const element = area.current
    if (!element) return
    const look = (): void => tellFilled([...element.querySelectorAll('input')].some(isFilled))
    look()
    element.addEventListener('input', look)
    // A picture that is replaced empties its answer, without anybody typing.
    const observer = new MutationObserver(look)
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['src'] })
    return () => {
      element.removeEventListener('input', look)
      observer.disconnect()
      tellFilled(false)
    }
    // With each turn the form may hold something else.
  }, [area, tellFilled, turn])
}

/** Whether somebody has typed this; a box to tick is quickly ticked again. */
function isFilled(input: HTMLInputElement): boolean {
  if (input.type === 'checkbox' || input.type === 'radio' || input.type === 'hidden') return false
  return input.value !== '' && input.value !== input.defaultValue
}
