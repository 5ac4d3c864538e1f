/** Good answers with one field of another type: every field of every answer that an act reads. */
import { Findings, type Outcome } from '../fault'
import type { Authority } from '../../integration/http/kit/certificates'
import type { Act, Service } from './acts'
import { sendJson, type Operation } from './hostile'
import { marks } from './marks'
import { checkAccounts, checkLeaks } from './suffer'
import { NotEvenThere, steady, World, type Told } from './world'

/** One of each JSON type; a field is given those that it is not. */
const samples: readonly unknown[] = [null, 4_711, 'another type', [], {}, true]

export interface Variant {
  /** The path of the field that is wrong, such as `data.token`. */
  readonly path: string
  readonly json: unknown
}

/** All variants of an answer in which one field, or the whole, has another type or is missing. */
export function variantsOf(answer: unknown, path = ''): Variant[] {
  const here = samples
    .filter((sample) => typeOf(sample) !== typeOf(answer))
    .map((json) => ({ path: `${path} as ${typeOf(json)}`, json }))
  if (answer === null || typeof answer !== 'object') return here
  const inside = Object.entries(answer).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`
    const missing = { path: `${at} missing`, json: withField(answer, key, undefined) }
    const wrong = variantsOf(value, at).map((variant) => ({
      path: variant.path,
      json: withField(answer, key, variant.json),
    }))
    return Array.isArray(answer) ? wrong : [missing, ...wrong]
  })
  return [...here, ...inside]
}

function withField(whole: object, key: string, value: unknown): unknown {
  const copy = structuredClone(whole)
  Reflect.set(copy, key, value)
  return copy
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/**
 * Ends that a broken answer may have: nothing that was broken was needed, or it is named as broken.
 * Cloudreve leaves out what is off, so a missing `register_enabled` is an answer.
 */
function isFair(told: Told): boolean {
  return told === undefined || ['unexpected-answer', 'sign-up-closed'].includes(told.code)
}

/** Does every act with every variant of every answer that it reads. */
export async function wrongTypes(
  service: Service,
  authority: Authority,
  share = (index: number) => index >= 0,
): Promise<Outcome> {
  const findings = new Findings()
  let tried = 0
  for (const act of service.acts) {
    for (const operation of await operationsOf(service, authority, act)) {
      const variants = variantsOf(service.answers(steady.email)[operation])
      tried += await tryAll(
        { service, authority, act, operation, findings },
        variants.map(({ path }) => path).filter((_path, index) => share(index)),
      )
    }
  }
  return findings.outcome(`${tried} answers with a field of another type`)
}

/** The operations that an act asks for when all is well. */
async function operationsOf(
  service: Service,
  authority: Authority,
  act: Act,
): Promise<readonly Operation[]> {
  const world = await World.open({ service, authority })
  try {
    const told = await (await world.upTo(act, 'somebody@mail.example'))()
    await world.idle()
    if (told) throw new Error(`${act.name} fails when all is well: ${JSON.stringify(told)}`)
    return [...new Set(world.hostile.seen)]
  } finally {
    await world.close()
  }
}

interface Trial {
  readonly service: Service
  readonly authority: Authority
  readonly act: Act
  readonly operation: Operation
  readonly findings: Findings
}

async function tryAll(trial: Trial, paths: readonly string[]): Promise<number> {
  const { service, authority, act } = trial
  // A log-out that succeeds leaves nothing to log out of.
  const lasting = act.does !== 'accounts.logOut'
  let world = await World.open({ service, authority })
  for (const [index, path] of paths.entries()) {
    if (!lasting && index > 0) {
      await world.close()
      world = await World.open({ service, authority })
    }
    await tryOne(trial, world, path, index)
  }
  await checkLeaks(world, `${act.name}, `, trial.findings)
  await world.close()
  return paths.length
}

async function tryOne(trial: Trial, world: World, path: string, index: number): Promise<void> {
  const { service, act, operation, findings } = trial
  const own = typeof act.does === 'string'
  const email = own ? steady.email : `person${index}@mail.example`
  const answer = service.answers(email)[operation]
  const variant = variantsOf(answer).find((one) => one.path === path)
  if (!variant) throw new Error(`There is no field ${path}`)
  await world.hostile.turn(
    { at: 'request', answer: (_heard, response) => sendJson(response, variant.json) },
    operation,
  )
  const told = await doIt(world, act, email)
  await world.idle()
  await world.hostile.recover()
  const what = `${act.name}, ${operation} with ${path}: `
  findings.check(isFair(told), `${what}${JSON.stringify(told)}`)
  const read = operation === act.target ? told : undefined
  const loggedOut = act.does === 'accounts.logOut' && told === undefined
  checkAccounts(world, act, { told: read, email, what, loggedOut }, findings)
  checkKept(world, what, findings)
}

async function doIt(world: World, act: Act, email: string): Promise<Told> {
  try {
    const send = await world.upTo(act, email)
    return await send()
  } catch (error) {
    if (error instanceof NotEvenThere) return error.failure
    throw error
  }
}

/** What is kept as a token is the token, and nothing else that stood in its place. */
function checkKept(world: World, what: string, findings: Findings): void {
  for (const secret of world.keychain.secrets.values()) {
    const { access, refresh } = JSON.parse(secret) as Record<string, unknown>
    const right = access === marks.access && (refresh === undefined || refresh === marks.refresh)
    findings.check(right, `${what}something else was kept as a token`)
  }
}
