/**
 * How a step of an attempt looks to the window: fields, actions and words, already in the person's
 * language. The window draws any step from this alone; it knows field kinds, not services.
 */
import { z } from 'zod'
import { failureShape } from './account-parts'
import { accountId, adapterId, attemptId, flowId, serverId } from './ids'

export { attemptId, type AttemptId } from './ids'

const fieldBase = {
  name: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  required: z.boolean(),
  maxLength: z.number().optional(),
}

/**
 * - `email`, `text`: one line. `password`: an existing one. `new-password`: one to be chosen.
 * - `code`: short, from a mail; `length` is what is expected and only warned about.
 * - `link`: a link from a mail, or the part of it that matters.
 * - `token`: a secret to be pasted. `choice`: one of the options.
 * - `captcha`: the picture and its answer; without `image` the picture could not be loaded.
 */
export const field = z.discriminatedUnion('kind', [
  z.object({ ...fieldBase, kind: z.literal('email'), value: z.string() }),
  z.object({ ...fieldBase, kind: z.literal('text'), value: z.string() }),
  z.object({ ...fieldBase, kind: z.literal('password') }),
  z.object({ ...fieldBase, kind: z.literal('new-password'), minLength: z.number() }),
  z.object({ ...fieldBase, kind: z.literal('code'), length: z.number().optional() }),
  z.object({ ...fieldBase, kind: z.literal('link') }),
  z.object({ ...fieldBase, kind: z.literal('token') }),
  z.object({
    ...fieldBase,
    kind: z.literal('choice'),
    value: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  z.object({ ...fieldBase, kind: z.literal('captcha'), image: z.string().optional() }),
])
export type FieldView = z.infer<typeof field>

/** A side action of a step; `availableAt` is when it may be used (again). */
export const action = z.object({
  id: z.string(),
  kind: z.enum(['resend', 'new-captcha', 'open-site', 'continue', 'switch']),
  label: z.string(),
  availableAt: z.number().optional(),
  /** It comes before what the step's own button does, which stands back. */
  first: z.literal(true).optional(),
})
export type ActionView = z.infer<typeof action>

export const notice = z.object({ tone: z.enum(['info', 'good', 'warning']), text: z.string() })
export type NoticeView = z.infer<typeof notice>

export const stepView = z.object({
  step: z.string(),
  title: z.string(),
  text: z.string(),
  notices: z.array(notice),
  fields: z.array(field),
  submit: z.string(),
  actions: z.array(action),
  /** Whether the password of this step is going to be remembered; absent where none is asked for. */
  rememberPassword: z.boolean().optional(),
})
export type StepView = z.infer<typeof stepView>

/** Where an attempt stands. `done` and `cancelled` attempts are gone from the next snapshot. */
export const attempt = z.object({
  id: attemptId,
  adapter: adapterId,
  server: serverId,
  flow: flowId,
  account: accountId.optional(),
  email: z.string().optional(),
  title: z.string(),
  /** Goes up with every answer, so that a window can drop what came late. */
  turn: z.number(),
  /** What runs now: `submit`, the id of an action, or `makesWay` (busy.ts). */
  busy: z.string().optional(),
  failure: failureShape.optional(),
  phase: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('step'), view: stepView }),
    z.object({
      kind: z.literal('done'),
      account: accountId,
      title: z.string(),
      text: z.string(),
      notices: z.array(notice),
    }),
  ]),
})
export type AttemptView = z.infer<typeof attempt>

/** What the person typed, by field name. */
export const stepValues = z.record(z.string().max(64), z.string().max(20_000))
export type StepValues = z.infer<typeof stepValues>
