import { useEffect, useMemo, useState } from 'react'

/** How long a question stands before it can be answered with yes, in milliseconds. */
const readFirstMs = 700

/**
 * True while a question has only just appeared: the second half of a double click, or a click that was
 * meant for what stood there before, comes too early to allow anything. Where one question takes another's
 * place in the same button, which keeps the focus, `asked` tells them apart.
 */
export function useReadFirst(asked?: string): boolean {
  // One that comes back is another one.
  const question = useMemo(() => ({ asked }), [asked])
  const [read, setRead] = useState<typeof question>()
  useEffect(() => {
    const timer = setTimeout(() => setRead(question), readFirstMs)
    return () => clearTimeout(timer)
  }, [question])
  return read !== question
}
