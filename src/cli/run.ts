/**
 * The command line. This folder turns words into one request to the running program and its answer into
 * output and an exit code. It has no state, loads nothing of Electron, and knows of the program only
 * how to reach it (src/main/scripts). Standard output gets what was asked for and nothing else.
 */
import { oneLine } from '../shared/one-line'
import type { Text } from '../shared/text'
import { loadText } from '../shared/text/load'
import { chooseLocale } from '../shared/text/locale'
import type { ListedAccount, Refusal, ScriptAnswer, ScriptRequest } from '../main/scripts/protocol'
import { visibleJson, visibleLines } from '../main/scripts/visible'
import { ask, type Asked } from './ask'
import { completion } from './completion'
import { readWords, type Task } from './words'

export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  'not-running': 3,
  'login-required': 4,
  refused: 5,
} as const satisfies Record<Refusal | 'done' | 'not-running', number>

export interface CommandOptions {
  readonly words: readonly string[]
  /** The folder of the book. */
  readonly profile: string
  readonly version: string
  readonly languages: readonly string[]
  /** The name of the program that runs the command. */
  readonly asker: () => Promise<string>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Does what the words say; gives the exit code. */
export async function runCommand(options: CommandOptions): Promise<number> {
  const { out } = options
  // Names of accounts and what a service said are in it, and a terminal reads it.
  const err = (words: string): void => options.err(visibleLines(words))
  const { command: text } = await loadText(chooseLocale(options.languages))
  const task = readWords(options.words, text)
  switch (task.do) {
    case 'help':
      out(`${text.help}\n`)
      return exitCodes.done
    case 'version':
      out(`${options.version}\n`)
      return exitCodes.done
    case 'completion':
      out(completion(task.shell))
      return exitCodes.done
    case 'nothing':
      err(`latchkey: ${task.problem}\n${text.hint}\n`)
      return exitCodes.usage
    case 'token':
    case 'accounts':
    case 'switch': {
      const asked = await ask(options.profile, requestFor(task, await options.asker()))
      return asked.kind === 'answered'
        ? print(asked.answer, task, { text, out, err })
        : explain(asked, text, err)
    }
  }
}

type Words = Text['command']
type Errand = Extract<Task, { do: 'token' | 'accounts' | 'switch' }>

function requestFor(task: Errand, program: string): ScriptRequest {
  switch (task.do) {
    case 'token': {
      const { service, account } = task
      return { ask: 'token', program, service, ...(account === undefined ? {} : { account }) }
    }
    case 'accounts':
      return { ask: 'accounts', program }
    case 'switch': {
      const { account, service } = task
      return { ask: 'switch', program, account, ...(service === undefined ? {} : { service }) }
    }
  }
}

function print(
  answer: ScriptAnswer,
  task: Errand,
  { text, out, err }: Pick<CommandOptions, 'out' | 'err'> & { readonly text: Words },
): number {
  const json = 'json' in task && task.json
  switch (answer.answer) {
    case 'token': {
      const { token, account, service, server, expiresAt } = answer
      out(json ? asJson({ token, account, service, server, expiresAt }) : `${token}\n`)
      return exitCodes.done
    }
    case 'accounts': {
      const all = task.do === 'accounts' && task.all
      const shown = answer.accounts.filter(({ hidden }) => all || !hidden)
      out(json ? asJson(shown) : table(shown))
      return exitCodes.done
    }
    case 'switched':
      // The script asked for a change, not for words: what was done goes where errors go.
      err(`${text.switched(answer.account, answer.server)}\n`)
      return exitCodes.done
    case 'started':
      // No command asks for that.
      return exitCodes.done
    case 'no':
      err(`latchkey: ${answer.message}\n`)
      return exitCodes[answer.why]
  }
}

type Unanswered = Exclude<Asked, { kind: 'answered' }>

function explain(asked: Unanswered, text: Words, err: (text: string) => void): number {
  const say = (words: string): void => err(`latchkey: ${words}\n`)
  switch (asked.kind) {
    case 'not-running':
      say(text.notRunning)
      return exitCodes['not-running']
    case 'unsafe':
      say(unsafeWords(asked.why, text))
      return exitCodes.refused
    case 'unproven':
      say(text.unproven)
      return exitCodes.refused
    case 'lost':
      say(text.lost)
      return exitCodes.failed
    case 'not-understood':
      say(text.notUnderstood)
      return exitCodes.failed
    case 'no-answer':
      say(text.noAnswer)
      return exitCodes.failed
  }
}

function unsafeWords({ kind, path }: Extract<Unanswered, { kind: 'unsafe' }>['why'], text: Words) {
  switch (kind) {
    case 'other-owner':
    case 'open-to-others':
    case 'closed-to-us':
      return text.unsafe[kind](path)
    case 'not-a-folder':
    case 'not-a-socket':
    case 'not-a-file':
      return text.unsafe['wrong-kind'](path)
  }
}

function asJson(value: object): string {
  return `${visibleJson(value)}\n`
}

/** One account to a line, its parts between tabs: easy to read, and easy for `cut` and `awk`. */
function table(accounts: readonly ListedAccount[]): string {
  return accounts
    .map(({ active, label, email, service, server, state }) =>
      [active ? '*' : '-', service, label, email, state, server].map(oneLine).join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('')
}
