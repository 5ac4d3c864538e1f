/** The services that Latchkey knows. To add one, add its folder beside this file and its line here. */
import { cloudreve } from './cloudreve'
import { ipcola } from './ipcola'
import { ruuvi } from './ruuvi'
import type { Adapter } from './walk'

export const adapters: readonly Adapter[] = [ipcola, ruuvi, cloudreve]
