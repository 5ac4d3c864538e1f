/**
 * IPCola: accounts with a password, a code from a mail to register, and a picture to log in. This
 * folder speaks to IPCola's user API and holds its words. It must not know the book, the keychain, a
 * window, or any other service.
 */
import { defineAdapter, type Adapter } from '../walk'
import { flows, steps } from './flows'
import { userInfoPath } from './operations'
import { checkSession } from './session'
import { ipcolaStep } from './step'
import { en } from './text/en'
import { fi } from './text/fi'
import { zhHans } from './text/zh-Hans'
import { vcodeSettings } from './vcode-request'

export const ipcola: Adapter = defineAdapter({
  id: 'ipcola',
  name: 'IPCola',
  picture: 'globe',
  site: 'https://dashboard.ipcola.com',
  linkHosts: ['dashboard.ipcola.com', 'ipcola.com', 'www.ipcola.com'],
  servers: {
    kind: 'fixed',
    servers: [{ baseUrl: 'https://api.ipcola.com', name: 'IPCola', kind: 'production' }],
  },
  settings: vcodeSettings,
  words: { en, 'zh-Hans': zhHans, fi },
  step: ipcolaStep,
  memory: {},
  flows,
  steps,
  session: {
    check: (session, context) => checkSession(context, session.access),
    whoAmI: userInfoPath,
  },
})
