import { useState } from 'react'
import type { Failure } from '../../../shared/failure'
import { useActions } from '../../stores/context'

/**
 * Asks for the file of a backup. What is wrong with it stays until another one is chosen. `turn` counts
 * the files chosen: two copies of one backup, of which one is damaged, look the same otherwise.
 */
export function useChoosing() {
  const { chooseBackup } = useActions()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [turn, setTurn] = useState(0)
  return {
    busy,
    failure,
    turn,
    async choose() {
      if (busy) return
      setBusy(true)
      setFailure(undefined)
      const answer = await chooseBackup()
      setBusy(false)
      if (!answer.ok) setFailure(answer.failure)
      else if (answer.value.chosen) setTurn((before) => before + 1)
    },
  }
}
