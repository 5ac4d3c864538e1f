import type { Fault } from '../fault'

export const leakFaults: readonly Fault[] = []
