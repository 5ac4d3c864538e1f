/** docs/scripts.md, read as somebody reads it who copies its lines into a terminal. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exitCodes } from '../../../src/cli/run'
import { readWords, shells } from '../../../src/cli/words'
import { textFor } from '../../../src/shared/text'

const text = textFor('en').command
const page = readFileSync(join(import.meta.dirname, '../../../docs/scripts.md'), 'utf8')
const blocks = [...page.matchAll(/```sh\n([^]*?)```/g)].map(([, code = '']) => code).join('\n')

/** The words of each `latchkey` in the examples, up to where the shell goes on. */
const lines = [
  ...blocks.matchAll(/latchkey(?: --)? ((?:"[^"]*"|[\w@.-]+)(?: (?:"[^"]*"|[\w@.-]+))*)/g),
]
  .map(([, line = '']) => line.match(/"[^"]*"|\S+/g) ?? [])
  .map((words) => words.map((word) => word.replaceAll('"', '')))

it('shows only commands that there are', () => {
  expect(lines.length).toBeGreaterThan(12)
  for (const words of lines) {
    const task = readWords(words, text)
    expect(task.do, `latchkey ${words.join(' ')}`).not.toBe('nothing')
  }
})

it('shows each command, and completion for each shell', () => {
  const tasks = lines.map((words) => readWords(words, text))
  expect(new Set(tasks.map((task) => task.do))).toEqual(
    new Set(['token', 'accounts', 'switch', 'completion', 'help']),
  )
  const shown = tasks.flatMap((task) => (task.do === 'completion' ? [task.shell] : []))
  expect(shown).toEqual([...shells])
})

it('lists the exit codes that there are, as the help does', () => {
  const listed = [...page.matchAll(/^\| (\d) +\|/gm)].map(([, code]) => Number(code))
  expect(listed).toEqual(Object.values(exitCodes).sort())
  for (const code of Object.values(exitCodes)) expect(text.help).toMatch(new RegExp(`\\b${code} `))
})
