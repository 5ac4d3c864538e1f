/**
 * IPCola as the sandbox plays it: account operations behind an envelope that always comes with HTTP 200.
 * What a test can switch is in controls.ts; nothing here may answer a path that IPCola does not document,
 * except the vcode request, and that only where a test switched it on.
 */
import type { Answer } from '../kit/answer'
import { text } from '../kit/answer'
import type { Call } from '../kit/call'
import { CaptchaDesk } from '../kit/captcha'
import type { Clock } from '../kit/clock'
import { FaultSwitches } from '../kit/faults'
import type { HandOut } from '../kit/handed-out'
import { unheard } from '../kit/handed-out'
import type { ServiceDefinition } from '../kit/http-service'
import { alphanumerics, randomText } from '../kit/random'
import type { MailboxStore } from '../mailbox/mailbox'
import type { IpcolaControls } from './controls'
import { ipcolaControls } from './controls'
import { sendVcode } from './mail'
import { ipcolaDocument } from './openapi'
import type { IpcolaOperation, IpcolaSwitches } from './operations'
import { ipcolaHandlers, refused, succeeded } from './operations'
import { IpcolaStore } from './store'

// Sandbox rule: IPCola says nothing about a captcha's lifetime.
const captchaLifetimeMs = 10 * 60_000

export interface Ipcola {
  readonly definition: ServiceDefinition<IpcolaOperation>
  readonly controls: IpcolaControls
  readonly captchas: CaptchaDesk
}

export function createIpcola(
  clock: Clock,
  mailbox: MailboxStore,
  handOut: HandOut = unheard,
): Ipcola {
  const store = new IpcolaStore(clock, handOut)
  const faults = new FaultSwitches<IpcolaOperation>()
  const newId = () => randomText(20, alphanumerics)
  const captchas = new CaptchaDesk('ipcola', clock, newId, captchaLifetimeMs, handOut)
  const switches: IpcolaSwitches = {
    captchaStyle: 'arithmetic',
    captchaLength: 6,
    captchaPrefix: 'bare',
    tokenOnFailure: 'empty',
    resetRevokesTokens: true,
    vcodeRequest: undefined,
  }
  const answersToken: readonly IpcolaOperation[] = ['register', 'login']
  return {
    captchas,
    controls: ipcolaControls(store, mailbox, switches, faults),
    definition: {
      name: 'ipcola',
      document: ipcolaDocument,
      operations: ipcolaHandlers(store, captchas, switches),
      refuse: (operation) =>
        refused('invalidRequest', answersToken.includes(operation) ? switches : undefined),
      elsewhere: (call) => vcodeRequest(call, store, mailbox, switches),
      tokenFields: ['token'],
      faults,
    },
  }
}

/** Answers the vcode request that a test switched on; any other path is 404. */
function vcodeRequest(
  call: Call,
  store: IpcolaStore,
  mailbox: MailboxStore,
  switches: IpcolaSwitches,
): Answer {
  const known = switches.vcodeRequest
  if (known?.path !== call.path || known.method.toUpperCase() !== call.method) {
    return text('404 page not found', 404)
  }
  // Body and query of any form: all that is known is that the address is somewhere in them.
  const where = [call.rawBody, ...Object.values(call.query)].join(' ').replaceAll('%40', '@')
  const email = /[^\s"'=&<>:]+@[^\s"'&<>,}]+/.exec(where)?.[0]
  if (email === undefined) return refused('invalidRequest')
  sendVcode(store, mailbox, email)
  return succeeded()
}
