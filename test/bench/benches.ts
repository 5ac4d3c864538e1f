import type { Bench } from './row'
import { checkAll } from './rows/check-all'

/** All rows, in the order in which they are measured. */
export const benches: readonly Bench[] = [checkAll]
