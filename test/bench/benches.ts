import type { Bench } from './row'
import { call } from './rows/call'
import { checkAll } from './rows/check-all'
import { save } from './rows/save'
import { secretGet, secretSet } from './rows/secret'
import { switchGrowth, switching } from './rows/switch'

/** All rows, in the order in which they are measured. */
export const benches: readonly Bench[] = [
  call,
  switching,
  switchGrowth,
  save,
  secretGet,
  secretSet,
  checkAll,
]
