import type { Fault } from '../fault'

export const bridgeFaults: readonly Fault[] = []
