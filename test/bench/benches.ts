import type { Bench } from './row'
import { checkAll } from './rows/check-all'
import { save } from './rows/save'
import { switchGrowth, switching } from './rows/switch'

/** All rows, in the order in which they are measured. */
export const benches: readonly Bench[] = [switching, switchGrowth, save, checkAll]
