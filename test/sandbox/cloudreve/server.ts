/**
 * A Cloudreve v4 site as the sandbox plays it: HTTP 200 with a code for everything below /api/v4, the
 * page of the site elsewhere. What a test can switch is in settings.ts and controls.ts.
 */
import type { Answer } from '../kit/answer'
import { isObject, text, withValue } from '../kit/answer'
import type { Call } from '../kit/call'
import { CaptchaDesk } from '../kit/captcha'
import type { Clock } from '../kit/clock'
import { FaultSwitches } from '../kit/faults'
import type { ServiceDefinition } from '../kit/http-service'
import { alphanumerics, randomText } from '../kit/random'
import type { HandOut } from '../kit/handed-out'
import { unheard } from '../kit/handed-out'
import type { MailboxStore } from '../mailbox/mailbox'
import type { CloudreveControls } from './controls'
import { cloudreveControls } from './controls'
import type { Post } from './mails'
import { cloudreveDocument } from './openapi'
import type { CloudreveOperation } from './operations'
import { page } from './pages'
import { oldLimit, refuse } from './refusals'
import { sessionHandlers } from './session'
import { freshSettings } from './settings'
import type { Site } from './site'
import { beforeValidation, siteHandlers } from './site'
import { CloudreveStore } from './store'
import { TokenAuthority } from './tokens'
import { userHandlers } from './user'

export interface Cloudreve {
  readonly definition: ServiceDefinition<CloudreveOperation>
  readonly controls: CloudreveControls
  readonly captchas: CaptchaDesk
}

/** Common header, and the caller's own correlation id (Cloudreve source middleware/common.go). */
function finish(answer: Answer, call: Call): Answer {
  const asked = call.header('x-cr-correlation-id')
  const echoes = asked !== undefined && isObject(answer.body) && 'correlation_id' in answer.body
  return {
    ...answer,
    body: echoes ? withValue(answer.body, 'correlation_id', asked) : answer.body,
    headers: { 'cache-control': 'private, no-cache' },
  }
}

/** `origin` gives the site's own origin once it listens. */
export function createCloudreve(
  clock: Clock,
  mailbox: MailboxStore,
  origin: () => string,
  handOut: HandOut = unheard,
): Cloudreve {
  const settings = freshSettings()
  const store = new CloudreveStore(clock, handOut)
  const tokens = new TokenAuthority(store, settings)
  const newTicket = () => randomText(20, alphanumerics)
  // The server keeps a captcha until it is checked or many others came.
  const captchas = new CaptchaDesk('cloudreve', clock, newTicket, Number.POSITIVE_INFINITY, handOut)
  const site: Site = { store, settings, tokens, captchas }
  const post: Post = { store, settings, mailbox, origin }
  const faults = new FaultSwitches<CloudreveOperation>()
  return {
    captchas,
    controls: cloudreveControls(site, post, faults),
    definition: {
      name: 'cloudreve',
      document: cloudreveDocument,
      operations: { ...siteHandlers(site), ...sessionHandlers(site), ...userHandlers(site, post) },
      before: (operation, call) => beforeValidation(site, operation, call),
      refuse,
      limits: (operation, call) => oldLimit(settings, operation, call),
      elsewhere: (call) =>
        call.path === '/api' || call.path.startsWith('/api/')
          ? text('404 page not found', 404)
          : page(settings.title),
      finish,
      tokenFields: ['data.token.access_token', 'data.access_token'],
      faults,
    },
  }
}
