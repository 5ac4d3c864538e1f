import { useEffect, useState } from 'react'

/** How long a question stands before it can be answered with yes, in milliseconds. */
const readFirstMs = 700

/**
 * True while a question has only just appeared: the second half of a double click, or a click that was
 * meant for what stood there before, comes too early to allow anything.
 */
export function useReadFirst(): boolean {
  const [notYet, setNotYet] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setNotYet(false), readFirstMs)
    return () => clearTimeout(timer)
  }, [])
  return notYet
}
