import type { Fault } from '../fault'

export const crashFaults: readonly Fault[] = []
