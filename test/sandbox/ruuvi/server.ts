/**
 * Ruuvi Cloud as the sandbox plays it: sign-in by mailed one-time codes, sessions, real HTTP statuses.
 * What a test can switch is in controls.ts; nothing here may answer a path that Ruuvi does not document.
 */
import { json } from '../kit/answer'
import type { Clock } from '../kit/clock'
import { FaultSwitches } from '../kit/faults'
import type { HandOut } from '../kit/handed-out'
import { unheard } from '../kit/handed-out'
import type { ServiceDefinition } from '../kit/http-service'
import type { MailboxStore } from '../mailbox/mailbox'
import type { RuuviControls } from './controls'
import { ruuviControls } from './controls'
import { ruuviDocument } from './openapi'
import type { RuuviOperation } from './operations'
import { ruuviHandlers } from './operations'
import type { RuuviSwitches } from './refusals'
import { codeMissing, invalidArgument, invalidEmail } from './refusals'
import { RuuviStore } from './store'

// The form that browsers check too, which needs no top-level domain; at most 320 characters (server source of 2022).
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?'
const emailFormat = new RegExp(
  `^(?=.{3,320}$)[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+@${label}(?:\\.${label})*$`,
)

export interface Ruuvi {
  readonly definition: ServiceDefinition<RuuviOperation>
  readonly controls: RuuviControls
}

export function createRuuvi(
  clock: Clock,
  mailbox: MailboxStore,
  handOut: HandOut = unheard,
): Ruuvi {
  const store = new RuuviStore(clock, handOut)
  const faults = new FaultSwitches<RuuviOperation>()
  const switches: RuuviSwitches = {
    errorShape: 'nested',
    badTokenStatus: 401,
    registerLimit: 10,
    codeLength: 4,
    retryAfter: undefined,
    verifyReturns: undefined,
    olderCodesSurvive: true,
    mailFails: false,
  }
  return {
    controls: ruuviControls(store, switches, faults),
    definition: {
      name: 'ruuvi',
      document: ruuviDocument,
      emailFormat,
      operations: ruuviHandlers(store, mailbox, switches),
      refuse: (operation) => {
        switch (operation) {
          case 'register':
            return invalidEmail(switches)
          case 'verify':
            return codeMissing(switches)
          case 'user':
          case 'sessions':
          case 'endAllSessions':
          case 'endSession':
            return invalidArgument()
        }
      },
      // An API gateway in front answers unknown paths without the envelope (Ruuvi server source of 2022).
      elsewhere: () => json({ message: 'Missing Authentication Token' }, 403),
      tokenFields: ['data.accessToken'],
      faults,
    },
  }
}
