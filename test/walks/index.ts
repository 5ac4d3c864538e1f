/**
 * Everything a person does with Latchkey, walked in the window. The tour takes pictures of it, the
 * end-to-end specs look behind it; both walk the same ways.
 */
import { accountWalks } from './accounts'
import { cloudreveWalks } from './cloudreve'
import { ipcolaWalks } from './ipcola'
import type { Walk } from './person'
import { ruuviWalks } from './ruuvi'

export const walks: readonly Walk[] = [
  ...ipcolaWalks,
  ...ruuviWalks,
  ...cloudreveWalks,
  ...accountWalks,
]
