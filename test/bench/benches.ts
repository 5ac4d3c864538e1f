import type { Bench } from './row'
import { adapter } from './rows/adapter'
import { call } from './rows/call'
import { checkAll } from './rows/check-all'
import { code } from './rows/code'
import { startGrowth } from './rows/growth-start'
import { idle } from './rows/idle'
import { main } from './rows/main'
import { memory } from './rows/memory'
import { page, pageGrowth } from './rows/page'
import { save } from './rows/save'
import { search } from './rows/search'
import { secretGet, secretSet } from './rows/secret'
import { switchGrowth, switching } from './rows/switch'
import { switchPage } from './rows/switch-page'

/** All rows, in the order in which they are measured. */
export const benches: readonly Bench[] = [
  main,
  page,
  pageGrowth,
  code,
  call,
  switching,
  switchPage,
  search,
  secretGet,
  secretSet,
  adapter,
  checkAll,
  save,
  memory,
  idle,
  switchGrowth,
  startGrowth,
]
