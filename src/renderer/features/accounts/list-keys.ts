import type { KeyboardEvent } from 'react'

/** Moves the focus through the rows of a list with the arrows, Home and End. */
export function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.row')]
  const at = rows.findIndex((row) => row === document.activeElement)
  const to = target(event.key, at, rows.length - 1)
  if (at === -1 || to === undefined) return
  event.preventDefault()
  rows[to]?.focus()
}

/** Goes from a field to the first row of the list beneath it. */
export function enterList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown') return
  const row = document.querySelector<HTMLElement>('nav .row')
  if (!row) return
  event.preventDefault()
  row.focus()
}

function target(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
