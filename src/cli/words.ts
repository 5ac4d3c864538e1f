/** What the words after `latchkey` ask for. Pure: words in, a task out, or what is wrong with them. */
import { parseArgs } from 'node:util'
import type { Text } from '../shared/text'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

export type Task =
  | { readonly do: 'help' | 'version' }
  | { readonly do: 'completion'; readonly shell: Shell }
  | {
      readonly do: 'token'
      readonly service: string
      readonly account: string | undefined
      readonly json: boolean
    }
  | { readonly do: 'accounts'; readonly all: boolean; readonly json: boolean }
  | { readonly do: 'switch'; readonly account: string; readonly service: string | undefined }
  | { readonly do: 'nothing'; readonly problem: string }

const options = {
  account: { type: 'string', short: 'a' },
  service: { type: 'string', short: 's' },
  all: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const
type OptionName = keyof typeof options

/** What belongs to each command: its options, and the names of its words. */
const commands = {
  token: { options: ['account', 'json'], words: ['SERVICE'] },
  accounts: { options: ['all', 'json'], words: [] },
  switch: { options: ['service'], words: ['ACCOUNT'] },
  completion: { options: [], words: ['SHELL'] },
  help: { options: [], words: [] },
} as const satisfies Record<string, { options: readonly OptionName[]; words: readonly string[] }>
type CommandName = keyof typeof commands

/**
 * What the program itself was started with, if that is for the command line. A packaged program is the
 * first of `argv`; in a source checkout the program's folder follows, after switches for Chromium.
 */
export function wordsForCommand(
  argv: readonly string[],
  packaged: boolean,
): readonly string[] | undefined {
  const rest = argv.slice(1)
  const folder = packaged ? -1 : rest.findIndex((word) => !word.startsWith('-'))
  const words = packaged ? rest : folder === -1 ? [] : rest.slice(folder + 1)
  // An AppImage puts `--no-sandbox` before what was typed, on systems that allow it no sandbox.
  const first = words.findIndex((word) => !word.startsWith('-') || ownOptions.has(word))
  // A word that is none of ours is a command too, a wrong one: a script must not wait for a window.
  return first === -1 ? undefined : words.slice(first)
}

/** As they are typed; what else begins with a dash is meant for the window or for Chromium. */
const ownOptions: ReadonlySet<string> = new Set(
  Object.entries(options).flatMap(([name, option]) => [
    `--${name}`,
    ...('short' in option ? [`-${option.short}`] : []),
  ]),
)

export function readWords(words: readonly string[], text: Text['command']): Task {
  let parsed
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    // Node's own sentence names the option that is wrong.
    return wrong(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const [name, ...rest] = positionals
  if (values.help || name === 'help') return { do: 'help' }
  if (values.version) return { do: 'version' }
  if (name === undefined) return wrong(text.noCommand)
  if (!isCommandName(name)) return wrong(text.unknownCommand(name))
  const misplaced = misfit(name, values, rest, text)
  if (misplaced !== undefined) return wrong(misplaced)
  const [word = ''] = rest
  switch (name) {
    case 'token':
      return { do: 'token', service: word, account: values.account, json: values.json === true }
    case 'accounts':
      return { do: 'accounts', all: values.all === true, json: values.json === true }
    case 'switch':
      return { do: 'switch', account: word, service: values.service }
    case 'completion': {
      const shell = shells.find((one) => one === word)
      return shell ? { do: 'completion', shell } : wrong(text.noShell(word))
    }
    case 'help':
      return { do: 'help' }
  }
}

/** What does not belong to the command, or is missing from it. */
function misfit(
  name: CommandName,
  values: Partial<Record<OptionName, string | boolean>>,
  rest: readonly string[],
  text: Text['command'],
): string | undefined {
  const command = commands[name]
  const allowed: readonly string[] = command.options
  for (const [option, value] of Object.entries(values)) {
    if (!allowed.includes(option)) return text.notHere(`--${option}`)
    if (value === '') return text.empty(`--${option}`)
  }
  const missing = command.words.find((_, index) => !rest[index])
  if (missing !== undefined) return text.needs(missing)
  const extra = rest[command.words.length]
  return extra === undefined ? undefined : text.tooMuch(extra)
}

function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(commands, word)
}

function wrong(problem: string): Task {
  return { do: 'nothing', problem }
}
