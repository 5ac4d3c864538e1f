import type { Fault } from '../fault'

export const bookFaults: readonly Fault[] = []
