/** One act of a person that meets one harm, and all that must hold afterwards. */
import { isUnclear } from '../../../src/main/adapters/unclear'
import type { Findings } from '../fault'
import type { Act } from './acts'
import type { HarmCase } from './harms'
import { marksIn } from './marks'
import { steady, type Told, type World } from './world'

/** What a machine with both cores busy may take on top of a limit. */
const slackMs = 6_000

/** Does the act against the harm; `email` is whom a flow is for. */
export async function suffer(
  world: World,
  act: Act,
  { harm, expected, unheard, retryInMs }: HarmCase,
  email: string,
  findings: Findings,
): Promise<void> {
  const send = await world.upTo(act, email)
  const before = world.hostile.count(act.target)
  await world.hostile.turn(harm, act.target)
  const began = performance.now()
  const at = Date.now()
  const told = await send()
  const tookMs = performance.now() - began
  await world.idle()
  const what = `${act.name}: `
  const wanted = expected(act.effect)
  findings.check(told?.code === wanted, `${what}${JSON.stringify(told)} instead of ${wanted}`)
  findings.check(
    tookMs < world.limitMs + slackMs,
    `${what}it took ${tookMs.toFixed(0)} ms where ${world.limitMs} is the limit`,
  )
  if (retryInMs !== undefined) checkRetry(told, at, retryInMs, what, findings)
  const heard = world.hostile.count(act.target) - before
  const allowed = unheard === true ? 0 : act.effect === 'safe' ? 3 : 1
  findings.check(heard <= allowed, `${what}the service heard it ${heard} times`)
  await afterwards(world, act, { told, email, before, what }, findings)
}

function checkRetry(
  told: Told,
  at: number,
  retryInMs: number | null,
  what: string,
  findings: Findings,
): void {
  const { retryAt } = told ?? {}
  const right =
    retryInMs === null
      ? retryAt === undefined
      : retryAt !== undefined && Math.abs(retryAt - at - retryInMs) < slackMs
  findings.check(right, `${what}retryAt is ${String(retryAt)}, asked at ${at}`)
}

interface After {
  readonly told: Told
  readonly email: string
  /** How often the service had heard the request before the act. */
  readonly before: number
  readonly what: string
}

/** What must hold once the act is over, and again after a restart. */
async function afterwards(world: World, act: Act, after: After, findings: Findings): Promise<void> {
  const { before, what } = after
  checkAccounts(world, act, after, findings)
  await world.hostile.recover()
  await world.restart()
  checkAccounts(world, act, { ...after, what: `${what}after a restart, ` }, findings)
  const again = world.hostile.count(act.target) - before - 1
  if (act.effect === 'once' && again > 0) {
    findings.count({ registrationsRepeated: again }, `${what}the request was repeated`)
  }
  await checkLeaks(world, what, findings)
}

export function checkAccounts(
  world: World,
  act: Act,
  {
    told,
    email,
    what,
    loggedOut = false,
  }: Omit<After, 'before'> & { readonly loggedOut?: boolean },
  findings: Findings,
): void {
  const found = world.accounts.find(({ id }) => id === steady.id)
  if (!found) {
    findings.count({ accountsLost: 1 }, `${what}the account is gone`)
    return
  }
  findings.check(
    loggedOut || !['needs-login', 'blocked', 'secret-missing'].includes(found.state),
    `${what}the account that was fine is ${found.state}`,
  )
  const unclear = told !== undefined && isUnclear(told) && act.effect === 'once'
  if (unclear && !world.accounts.some((one) => one.email === email)) {
    findings.count({ accountsLost: 1 }, `${what}nobody knows of ${email} any more`)
  }
  checkSecrets(world, what, findings)
}

function checkSecrets(world: World, what: string, findings: Findings): void {
  const known = new Set(world.accounts.map(({ id }) => String(id)))
  for (const key of world.keychain.secrets.keys()) {
    if (!known.has(key.split('/')[0] ?? '')) {
      findings.count({ secretsOrphaned: 1 }, `${what}a secret of nobody is in the keychain`)
    }
  }
  for (const { id, hasSecret, email } of world.accounts) {
    const there = world.keychain.secrets.has(`${id}/session`)
    findings.check(there === hasSecret, `${what}the book is wrong about the secret of ${email}`)
  }
}

/** Nothing that was told or kept holds a secret. */
export async function checkLeaks(world: World, what: string, findings: Findings): Promise<void> {
  const where = { told: world.told.join('\n'), files: await world.files() }
  for (const [place, text] of Object.entries(where)) {
    for (const name of marksIn(text)) {
      findings.count({ leaks: 1 }, `${what}the ${name} was found in what was ${place}`)
    }
  }
}
