import type { Fault } from '../fault'

export const keychainFaults: readonly Fault[] = []
