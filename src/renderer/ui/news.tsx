/** What is read out once, at the moment at which it is new. */
import { useState } from 'react'
import { Announcement } from './small'

/** A state that lasts, read out when it changes: what it is at first is no news. */
export function News({ words }: { words: string }) {
  const [first] = useState(words)
  const [changed, setChanged] = useState(false)
  if (words !== first && !changed) setChanged(true)
  return <Announcement>{changed ? words : ''}</Announcement>
}

export interface WaitNewsProps {
  /** Milliseconds until the wait is over. */
  readonly left: number
  /** Says how long it is going to be; left out where something else does. */
  readonly begins?: string
  readonly over: string
}

/** A wait, read out when it begins and when it is over, not at each second of it. */
export function WaitNews({ left, begins = '', over }: WaitNewsProps) {
  const waits = left > 0
  const [waited, setWaited] = useState(false)
  const [words, setWords] = useState('')
  if (waits !== waited) {
    setWaited(waits)
    setWords(waits ? begins : over)
  }
  return <Announcement>{words}</Announcement>
}
