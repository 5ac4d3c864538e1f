/** The bridge of the built app, attacked from its own page and from places that are none of it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { adapterId, accountId, serverId } from '../../../src/shared/account'
import { calls, type CallName } from '../../../src/shared/contract'
import { attemptId } from '../../../src/shared/flow'
import { launchApp, type RunningApp } from '../../e2e/launch'
import { startKeyring } from '../../integration/keychain/keyring'
import { startSandbox } from '../../sandbox/sandbox'
import type { Findings } from '../fault'
import { callNames } from './dispatcher'
import { inputsAround } from './inputs'
import { samplesFor } from './samples'

/** Starts the built app on a keyring and services of its own, and ends all of it afterwards. */
export async function withApp(work: (app: RunningApp) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-bridge-'))
  const sandbox = await startSandbox()
  const keyring = process.platform === 'linux' ? await startKeyring() : undefined
  try {
    const env = { ...keyring?.env, LATCHKEY_SERVERS: JSON.stringify(sandbox.urls) }
    const app = await launchApp({ profile, env })
    try {
      await app.page.getByRole('heading', { level: 1 }).first().waitFor()
      await work(app)
    } finally {
      await app.close()
    }
  } finally {
    await keyring?.close()
    await sandbox.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** Nothing of these is there, so that a good input changes nothing. */
const samples = samplesFor({
  account: accountId.parse('no-such-account'),
  attempt: attemptId.parse('no-such-attempt'),
  server: serverId.parse(`${adapterId.parse('made-up')}+https://made-up.example`),
})

/** Good inputs to these would take the page away, as locking does once the lock is on, or what calls are tried on. */
const disruptive: ReadonlySet<CallName> = new Set<CallName>([
  'window.close',
  'window.open',
  'lock.turnOn',
])

/** Generated inputs as JSON, which is all that a page can send. */
function textsFor(name: CallName, count: number, seed: number): readonly string[] {
  const made = fc.sample(inputsAround(samples[name]), { numRuns: count * 3, seed })
  const deep = ['['.repeat(900) + ']'.repeat(900), '{"a":'.repeat(900) + '1' + '}'.repeat(900)]
  const texts = made.flatMap((input) => {
    const text = asJson(input)
    if (text === undefined) return []
    const good = calls[name].input.safeParse(JSON.parse(text)).success
    return good && disruptive.has(name) ? [] : [text]
  })
  return [...deep, ...texts].slice(0, count)
}

function asJson(input: unknown): string | undefined {
  try {
    // It gives nothing for what JSON has no words for, whatever its type says.
    const text: unknown = JSON.stringify(input)
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}

/** What an input came to: `ok`, the code of its failure, or why it did not even leave the page. */
type Ending = { readonly answer: string } | { readonly threw: string }

/** What is nested deeper than a thousand levels, the context bridge does not let out of the page. */
const tooDeep = 'recursion depth exceeded'

/** Runs in the page, so it is a text: only the page has the bridge. */
const sendAll = `async ({ name, texts }) => {
  const endings = []
  for (const text of texts) {
    try {
      const result = await window.latchkey.call(name, JSON.parse(text))
      endings.push({ answer: result.ok ? 'ok' : result.failure.code })
    } catch (error) {
      endings.push({ threw: String(error) })
    }
  }
  return endings
}`

async function send(
  { page }: RunningApp,
  name: string,
  texts: readonly string[],
): Promise<readonly Ending[]> {
  return page.evaluate<readonly Ending[]>(`(${sendAll})(${JSON.stringify({ name, texts })})`)
}

/** Sends `count` inputs to every call through the real page. Gives how many were sent. */
export async function attackThroughPage(
  app: RunningApp,
  count: number,
  seed: number,
  findings: Findings,
): Promise<number> {
  let sent = 0
  for (const name of callNames) {
    const texts = textsFor(name, count, seed)
    const endings = await send(app, name, texts)
    sent += endings.length
    for (const ending of endings) {
      const fine =
        'answer' in ending ? ending.answer !== 'internal' : ending.threw.includes(tooDeep)
      findings.check(fine, `${name}: ${JSON.stringify(ending).slice(0, 200)}`)
    }
  }
  for (const name of ['__proto__', 'constructor', 'toString', 'state', '']) {
    const [ending] = await send(app, name, ['{}'])
    findings.check(
      ending !== undefined && 'answer' in ending && ending.answer === 'unsupported',
      `A call named ${JSON.stringify(name)} was answered: ${JSON.stringify(ending)}`,
    )
  }
  await stillAnswers(app, findings)
  return sent
}

/** The app goes on as if nothing had been. */
async function stillAnswers(app: RunningApp, findings: Findings): Promise<void> {
  const [ending] = await send(app, 'state.snapshot', ['{}'])
  findings.check(
    ending !== undefined && 'answer' in ending && ending.answer === 'ok',
    `The app does not answer any more: ${JSON.stringify(ending)}`,
  )
  const heading = app.page.getByRole('heading', { level: 1 }).first()
  findings.check(await heading.isVisible(), 'The page shows nothing any more')
  const bugs = app.output().match(/^.* bug .*$/gm) ?? []
  for (const bug of bugs) findings.check(false, bug)
  const loose = /unhandled|uncaught/i.exec(app.output())
  findings.check(loose === null, `The program printed: ${loose?.[0] ?? ''}`)
}

/** Calls from where none may come from. Gives how many; on real Electron none can be made up. */
export async function attackFromOutside(app: RunningApp, findings: Findings): Promise<number> {
  const { desktop } = app
  if (!desktop) return 0
  await send(app, 'window.open', ['{"window":"settings"}'])
  const settings = await app.window('settings')
  const windows = await desktop.windows()
  const own = windows.find(({ url }) => url.includes('/index.html'))
  const other = windows.find(({ url }) => url.includes('/settings.html'))
  if (!own || !other) throw new Error(`Not the windows that were expected: ${settings.url()}`)
  const { origin, protocol, host } = new URL(own.url)
  const base = `${protocol}//${host}`
  const foreign = [
    ...[
      'https://evil.example/index.html',
      'http://127.0.0.1/index.html',
      'about:blank',
      'null',
      '',
    ],
    ...['file:///index.html', 'data:text/html,x', `blob:${base}/1`, `javascript:${base}`],
    ...[`${base}.evil.example/index.html`, `${protocol}//evil@${host}x/index.html`],
    ...[`https://evil.example/${own.url}`, `view-source:${own.url}`, `${protocol}//index.html`],
  ]
  const cases = [
    ...foreign.flatMap((url) => [
      { url, top: true },
      { url, top: false },
    ]),
    // A frame inside the page, even one of the page's own origin.
    { url: own.url, top: false },
    { url: `${origin}/settings.html`, top: false },
  ]
  let tried = 0
  const refused = async (call: Call): Promise<void> => {
    const args = ['state.snapshot', {}]
    const { ok, value } = await desktop.invokeFromFrame({ channel: 'latchkey:call', args, ...call })
    tried += 1
    findings.check(
      ok && JSON.stringify(value) === senderRefused,
      `${JSON.stringify(call)} was answered: ${JSON.stringify(value).slice(0, 200)}`,
    )
  }
  for (const one of cases) await refused({ windowId: own.id, ...one })
  const allowed = { windowId: other.id, url: other.url, top: true } as const
  const control = await desktop.invokeFromFrame({
    ...{ channel: 'latchkey:call', args: ['state.snapshot', {}], ...allowed },
  })
  findings.check(
    JSON.stringify(control.value).startsWith('{"ok":true'),
    'Not even an own page is heard',
  )
  await refused({ ...allowed, late: true })
  await stillAnswers(app, findings)
  return tried
}

interface Call {
  readonly windowId: number
  readonly url: string
  readonly top: boolean
  readonly late?: boolean
}

const senderRefused = JSON.stringify({
  ok: false,
  failure: { code: 'unsupported', detail: 'sender' },
})
