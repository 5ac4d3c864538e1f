/**
 * Everything a person does with Latchkey, walked in the window. The tour takes pictures of it, the
 * end-to-end specs look behind it; both walk the same ways.
 */
import { accountWalks } from './accounts'
import { cloudreveWalks } from './cloudreve'
import { ipcolaWalks } from './ipcola'
import type { Walk } from './person'
import { ruuviWalks } from './ruuvi'

/** By what they are about; those of one group can follow each other in one window. */
export const walkGroups: Readonly<Record<string, readonly Walk[]>> = {
  IPCola: ipcolaWalks,
  'Ruuvi Cloud': ruuviWalks,
  Cloudreve: cloudreveWalks,
  Accounts: accountWalks,
}

export const walks: readonly Walk[] = Object.values(walkGroups).flat()
