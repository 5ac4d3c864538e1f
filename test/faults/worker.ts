/**
 * Runs the faults that it is told, one after the other, in a process of its own: what one fault does to its
 * process (loose rejections, a keychain's environment) is no concern of those beside it.
 */
import { allFaults } from './all'
import type { Outcome } from './fault'
import { runFault } from './run-fault'

/** What a worker is told: the name of a fault. What it answers: the fault's outcome. */
export type ToWorker = string
export type FromWorker = Outcome

process.on('message', (name: ToWorker) => {
  const fault = allFaults.find((one) => one.fault === name)
  if (!fault) throw new Error(`There is no fault ${name}.`)
  void runFault(fault).then((outcome: FromWorker) => process.send?.(outcome))
})
// Without whoever gives it work there is nothing to do.
process.once('disconnect', () => process.exit(0))
