import type { Answer } from '../kit/answer'
import { json } from '../kit/answer'
import type { Call } from '../kit/call'
import type { MailboxStore } from '../mailbox/mailbox'
import { sendCode } from './mail'
import type { RuuviSwitches } from './refusals'
import { badCode, internal, notFound, throttled, unauthorized } from './refusals'
import type { RuuviSession, RuuviStore } from './store'

export const ruuviOperations = [
  'register',
  'verify',
  'user',
  'sessions',
  'endAllSessions',
  'endSession',
] as const
export type RuuviOperation = (typeof ruuviOperations)[number]

function succeeded(data: object): Answer {
  return json({ result: 'success', data })
}

/** What each operation does once its request is well-formed. */
export function ruuviHandlers(
  store: RuuviStore,
  mailbox: MailboxStore,
  switches: RuuviSwitches,
): Record<RuuviOperation, (call: Call) => Answer> {
  const withSession = (handle: (session: RuuviSession, call: Call) => Answer) => (call: Call) => {
    // Ruuvi's own iOS app sends the bare token, and the server source takes both.
    const session = store.session(call.bearer ?? call.header('authorization') ?? '')
    if (session === undefined) return unauthorized(switches.badTokenStatus)
    session.lastAccessed = store.now()
    return handle(session, call)
  }
  return {
    register: (call) => {
      const email = call.text('email')
      if (!store.countRegister(email, switches.registerLimit)) return throttled(switches)
      if (switches.mailFails) return internal()
      sendCode(store, mailbox, email, switches)
      return succeeded({ email })
    },
    verify: (call) => verify(store, switches, call.query['token'] ?? ''),
    user: withSession(({ user }) => succeeded({ email: user.email, sensors: user.sensors })),
    sessions: withSession((current) =>
      succeeded({
        sessions: store.sessionsOf(current.user).map((session) => ({
          id: session.id,
          createdAt: Math.floor(session.createdAt / 1000),
          lastAccessed: Math.floor(session.lastAccessed / 1000),
          current: session.id === current.id,
        })),
      }),
    ),
    endAllSessions: withSession(({ user }) => {
      store.end((session) => session.user.id === user.id)
      return succeeded({})
    }),
    endSession: withSession(({ user }, call) => {
      const id = Number(call.param('id'))
      if (!store.sessionsOf(user).some((session) => session.id === id)) return notFound()
      store.end((session) => session.id === id)
      return succeeded({})
    }),
  }
}

/** The code alone selects the account; a new user comes into being here, not at /register. */
function verify(store: RuuviStore, switches: RuuviSwitches, code: string): Answer {
  if (!/^[a-z0-9]+$/i.test(code)) return badCode('malformed', switches)
  const used = store.useCode(code)
  if (typeof used === 'string') return badCode(used, switches)
  const email = switches.verifyReturns ?? used.email
  const known = store.user(email)
  const { token } = store.openSession(known ?? store.addUser(email))
  // Ruuvi does not promise the spelling that the person typed.
  return succeeded({
    email: email.toLowerCase(),
    accessToken: token,
    newUser: known === undefined,
  })
}
