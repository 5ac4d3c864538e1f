import { z } from 'zod'
import type { AdapterWords, Answer, Checked, Session } from '../../src/main/adapters/adapter'
import { defineAdapter, type Adapter } from '../../src/main/adapters/walk'
import { fail, ok, type Failure, type Result } from '../../src/shared/failure'

const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('email'), email: z.string().optional() }),
  z.object({
    ...{ step: z.literal('code'), email: z.string(), unsure: z.boolean() },
    resendAt: z.number().optional(),
  }),
  z.object({ step: z.literal('password'), email: z.string().optional() }),
  z.object({ step: z.literal('second'), email: z.string() }),
  z.object({ step: z.literal('new-password'), email: z.string(), unsure: z.boolean() }),
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
  /** How the service writes the address of whoever has logged in. */
  spell: (email: string) => string
  check: (session: Session) => Promise<Result<Checked>>
  refresh: (session: Session) => Promise<Result<Session>>
  logOut: (session: Session) => Promise<Result<void>>
  /** Where it is set, people log in with a password; `second` asks for a code after it. */
  logIn?: (login: PasswordLogin) => Promise<Verified | 'second'>
  /** Goes back from the code to the address; it can be cut off. */
  elsewhere: (signal: AbortSignal) => Promise<'gone' | Failure>
  /** Logging in takes a picture to read, too. */
  captcha: boolean
  /** How often a reset was begun. */
  resets: number
  /** Takes the new password that was chosen. */
  reset: (password: string) => Promise<'done' | Failure>
}

export interface PasswordLogin {
  readonly email: string
  readonly password: string
  readonly captcha: string
}

export function script(): Script {
  return {
    send: () => Promise.resolve('sent'),
    verify: (code) => Promise.resolve({ access: `token-for-${code}` }),
    spell: (email) => email,
    check: () => Promise.resolve(ok({ facts: [] })),
    refresh: () => Promise.resolve(fail('unsupported')),
    logOut: () => Promise.resolve(ok(undefined)),
    elsewhere: () => Promise.resolve('gone'),
    captcha: false,
    resets: 0,
    reset: () => Promise.resolve('done'),
  }
}

interface MadeUpWords extends AdapterWords {
  codeSent(email: string): string
}

const words: MadeUpWords = {
  tagline: 'A made-up service',
  asks: [],
  flows: {
    register: { title: 'Register', text: '' },
    login: { title: 'Log in', text: '' },
    verify: { title: 'Verify', text: '' },
    reset: { title: 'Reset', text: '' },
    token: { title: 'Token', text: '' },
  },
  facts: {},
  codeSent: (email) => `Code sent to ${email}`,
}
const finnish: MadeUpWords = { ...words, codeSent: (email) => `Koodi lähetetty: ${email}` }

/** A service that mails a code and takes it back, made with the same frame as the real ones. */
export function madeUpService(play: Script): Adapter {
  const start = (known: { email?: string | undefined }): Promise<Answer<Step, Memory>> =>
    Promise.resolve({ kind: 'step', step: { step: 'email', email: known.email } })
  const login = (known: { email?: string | undefined }): Promise<Answer<Step, Memory>> =>
    play.logIn
      ? Promise.resolve({ kind: 'step', step: { step: 'password', email: known.email } })
      : start(known)
  const answered = (
    email: string,
    outcome: Verified | 'second' | undefined,
  ): Answer<Step, Memory> => {
    if (outcome === undefined) return { kind: 'failure', failure: { code: 'unsupported' } }
    if (outcome === 'second') return { kind: 'step', step: { step: 'second', email } }
    return 'access' in outcome
      ? { kind: 'signed-in', email: play.spell(email), session: outcome }
      : { kind: 'failure', failure: outcome }
  }
  return defineAdapter<Step, Memory, MadeUpWords>({
    id: 'made-up',
    name: 'Made-up',
    picture: 'globe',
    site: 'https://made-up.example',
    linkHosts: [],
    servers: {
      kind: 'fixed',
      servers: [{ baseUrl: 'https://api.made-up.example', name: 'Made-up', kind: 'production' }],
    },
    words: { en: words, 'zh-Hans': words, fi: finnish },
    step,
    memory: { entered: 0 },
    flows: {
      register: { available: true, start },
      login: { available: true, start: login },
      verify: { available: true, start },
      reset: {
        available: true,
        start: ({ email = '' }) => {
          play.resets += 1
          return Promise.resolve({
            kind: 'step',
            step: { step: 'new-password', email, unsure: false },
          })
        },
      },
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
        look: ({ resendAt: availableAt }) => ({
          title: 'The code',
          text: '',
          fields: [{ name: 'code', kind: 'code', label: 'Code', required: true }],
          submit: 'Verify',
          actions: availableAt
            ? [{ id: 'resend', kind: 'resend', label: 'Send again', availableAt }]
            : [],
        }),
        waiting: (at, { words }) => words.codeSent(at.email),
        enter: (_at, memory) => Promise.resolve(ok({ entered: memory.entered + 1 })),
        once: { unsure: (at) => ({ ...at, unsure: true }) },
        actions: {
          elsewhere: async (at, _memory, { signal }) => {
            const gone = await play.elsewhere(signal)
            if (gone !== 'gone') return { kind: 'failure', failure: gone }
            return { kind: 'step', step: { step: 'email', email: at.email } }
          },
        },
        async submit(at, values) {
          const verified = await play.verify(values['code'] ?? '')
          return 'access' in verified
            ? { kind: 'signed-in', email: play.spell(at.email), session: verified }
            : { kind: 'failure', failure: verified }
        },
      },
      password: {
        look: (at) => ({
          title: 'Your password',
          text: '',
          fields: [
            ...(at.email === undefined
              ? [
                  {
                    name: 'email',
                    kind: 'email',
                    label: 'E-mail',
                    required: true,
                    value: '',
                  } as const,
                ]
              : []),
            { name: 'password', kind: 'password', label: 'Password', required: true },
            ...(play.captcha
              ? [{ name: 'captcha', kind: 'captcha', label: 'Picture', required: true } as const]
              : []),
          ],
          submit: 'Log in',
        }),
        async submit(at, { email: typed = '', password = '', captcha = '' }) {
          const email = at.email ?? typed
          return answered(email, await play.logIn?.({ email, password, captcha }))
        },
      },
      second: {
        look: () => ({
          title: 'Second factor',
          text: '',
          fields: [{ name: 'code', kind: 'code', label: 'Code', required: true }],
          submit: 'Log in',
        }),
        submit: async (at, values) => answered(at.email, await play.verify(values['code'] ?? '')),
      },
      'new-password': {
        look: () => ({
          title: 'A new password',
          text: '',
          fields: [
            {
              name: 'password',
              kind: 'new-password',
              label: 'New password',
              required: true,
              minLength: 1,
            },
          ],
          submit: 'Set',
        }),
        waiting: (at) => `A new password for ${at.email}`,
        once: { unsure: (at) => ({ ...at, unsure: true }) },
        async submit(at, values) {
          const done = await play.reset(values['password'] ?? '')
          if (done !== 'done') return { kind: 'failure', failure: done }
          return { kind: 'step', step: { step: 'password', email: at.email } }
        },
      },
    },
    session: {
      whoAmI: '/me',
      check: (session) => play.check(session),
      refresh: (session) => play.refresh(session),
      logOut: (session) => play.logOut(session),
    },
  })
}
