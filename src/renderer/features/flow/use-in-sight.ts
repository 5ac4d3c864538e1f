import { useLayoutEffect, type RefObject } from 'react'

/**
 * Brings what is told above a form into sight when it comes: whoever sent the form may stand far below it.
 * This happens before the focus goes into a field, for which the page then moves no more than it has to.
 */
export function useInSight(area: RefObject<HTMLElement | null>, told: unknown): void {
  useLayoutEffect(() => {
    if (told !== undefined) area.current?.scrollIntoView({ block: 'nearest' })
  }, [area, told])
}
