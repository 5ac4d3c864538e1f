import type { Fault } from './fault'
import { bookFaults } from './groups/book'
import { bridgeFaults } from './groups/bridge'
import { crashFaults } from './groups/crash'
import { keychainFaults } from './groups/keychain'
import { leakFaults } from './groups/leak'
import { networkFaults } from './groups/network'

/** All faults, in the order in which they are run. */
export const allFaults: readonly Fault[] = [
  ...bookFaults,
  ...networkFaults,
  ...bridgeFaults,
  ...keychainFaults,
  ...crashFaults,
  ...leakFaults,
]
