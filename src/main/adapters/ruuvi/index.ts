/**
 * Ruuvi Cloud: accounts without a password, entered with a code that comes by e-mail. This folder
 * speaks to Ruuvi's user API and holds its words. It must not know the book, the keychain, a window,
 * or any other service.
 */
import { defineAdapter, type Adapter } from '../walk'
import { flows, steps } from './flows'
import { userPath } from './operations'
import { checkSession, elsewhere, endSession } from './session'
import { ruuviStep } from './step'
import { en } from './text/en'
import { fi } from './text/fi'
import { zhHans } from './text/zh-Hans'

export const ruuvi: Adapter = defineAdapter({
  id: 'ruuvi',
  name: 'Ruuvi Cloud',
  picture: 'sensor',
  site: 'https://station.ruuvi.com',
  linkHosts: ['station.ruuvi.com', 'ruuvi.com', 'docs.ruuvi.com'],
  servers: {
    kind: 'fixed',
    // seed: Register User
    servers: [
      { baseUrl: 'https://network.ruuvi.com', name: 'Ruuvi Cloud', kind: 'production' },
      { baseUrl: 'https://testnet.ruuvi.com', name: 'Ruuvi Testnet', kind: 'test' },
    ],
  },
  words: { en, 'zh-Hans': zhHans, fi },
  step: ruuviStep,
  memory: {},
  flows,
  steps,
  session: {
    check: (session, context) => checkSession(context, session.access),
    logOut: (session, context) => endSession(context, session.access),
    elsewhere,
    whoAmI: userPath,
  },
})
