import { z } from 'zod'
import type { AdapterWords, Answer, Checked, Session } from '../../src/main/adapters/adapter'
import { defineAdapter, type Adapter } from '../../src/main/adapters/walk'
import { fail, ok, type Failure, type Result } from '../../src/shared/failure'

const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('email'), email: z.string().optional() }),
  z.object({ step: z.literal('code'), email: z.string(), unsure: z.boolean() }),
])
type Step = z.infer<typeof step>
interface Memory {
  readonly entered: number
}

type Outcome = 'sent' | Failure
type Verified = Session | Failure

/** What the made-up service answers next; each answer waits until the test gives it. */
export interface Script {
  send: (email: string) => Promise<Outcome>
  verify: (code: string) => Promise<Verified>
  check: (session: Session) => Promise<Result<Checked>>
  refresh: (session: Session) => Promise<Result<Session>>
  logOut: (session: Session) => Promise<Result<void>>
}

export function script(): Script {
  return {
    send: () => Promise.resolve('sent'),
    verify: (code) => Promise.resolve({ access: `token-for-${code}` }),
    check: () => Promise.resolve(ok({ facts: [] })),
    refresh: () => Promise.resolve(fail('unsupported')),
    logOut: () => Promise.resolve(ok(undefined)),
  }
}

const words: AdapterWords = {
  tagline: 'A made-up service',
  flows: {
    register: { title: 'Register', text: '' },
    login: { title: 'Log in', text: '' },
    verify: { title: 'Verify', text: '' },
    reset: { title: 'Reset', text: '' },
    token: { title: 'Token', text: '' },
  },
  facts: {},
}

/** A service that mails a code and takes it back, made with the same frame as the real ones. */
export function madeUpService(play: Script): Adapter {
  const start = (known: { email?: string | undefined }): Promise<Answer<Step, Memory>> =>
    Promise.resolve({ kind: 'step', step: { step: 'email', email: known.email } })
  return defineAdapter<Step, Memory, AdapterWords>({
    id: 'made-up',
    name: 'Made-up',
    site: 'https://made-up.example',
    linkHosts: [],
    servers: {
      kind: 'fixed',
      servers: [{ baseUrl: 'https://api.made-up.example', name: 'Made-up', kind: 'production' }],
    },
    words: { en: words },
    step,
    memory: { entered: 0 },
    flows: {
      register: { available: true, start },
      login: { available: true, start },
      verify: { available: true, start },
      reset: { available: false, instead: 'login' },
      token: { available: true, start },
    },
    steps: {
      email: {
        look: (at) => ({
          title: 'Your address',
          text: '',
          fields:
            at.email === undefined
              ? [{ name: 'email', kind: 'email', label: 'E-mail', required: true, value: '' }]
              : [],
          submit: 'Send',
        }),
        once: {
          unsure: (at, email) => ({ step: 'code', email: at.email ?? email ?? '', unsure: true }),
        },
        async submit(at, values) {
          const email = at.email ?? values['email'] ?? ''
          const outcome = await play.send(email)
          return outcome === 'sent'
            ? { kind: 'step', step: { step: 'code', email, unsure: false } }
            : { kind: 'failure', failure: outcome }
        },
      },
      code: {
        look: () => ({
          title: 'The code',
          text: '',
          fields: [{ name: 'code', kind: 'code', label: 'Code', required: true }],
          submit: 'Verify',
        }),
        waiting: (at) => `Code sent to ${at.email}`,
        enter: (_at, memory) => Promise.resolve(ok({ entered: memory.entered + 1 })),
        once: { unsure: (at) => ({ ...at, unsure: true }) },
        actions: {
          elsewhere: (at) =>
            Promise.resolve({ kind: 'step', step: { step: 'email', email: at.email } }),
        },
        async submit(at, values) {
          const verified = await play.verify(values['code'] ?? '')
          return 'access' in verified
            ? { kind: 'signed-in', email: at.email, session: verified }
            : { kind: 'failure', failure: verified }
        },
      },
    },
    session: {
      check: (session) => play.check(session),
      refresh: (session) => play.refresh(session),
      logOut: (session) => play.logOut(session),
    },
  })
}
