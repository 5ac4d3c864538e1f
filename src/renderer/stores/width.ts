/** Whether the list of accounts stands beside every page, or in one column with it: as shell.css has it. */
import { useSyncExternalStore } from 'react'

const wide = '(width >= 720px)'

export function isWide(): boolean {
  return window.matchMedia(wide).matches
}

export function useWide(): boolean {
  return useSyncExternalStore(follow, isWide)
}

function follow(tell: () => void): () => void {
  const media = window.matchMedia(wide)
  media.addEventListener('change', tell)
  return () => media.removeEventListener('change', tell)
}
