import type { Fault } from '../fault'

export const networkFaults: readonly Fault[] = []
