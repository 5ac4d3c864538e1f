import { useState } from 'react'
import type { Failure } from '../../../shared/failure'
import { useActions } from '../../stores/context'

/** Asks for the file of a backup. What is wrong with it stays until another one is chosen. */
export function useChoosing() {
  const { chooseBackup } = useActions()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  return {
    busy,
    failure,
    async choose() {
      if (busy) return
      setBusy(true)
      setFailure(undefined)
      const answer = await chooseBackup()
      setBusy(false)
      if (!answer.ok) setFailure(answer.failure)
    },
  }
}
