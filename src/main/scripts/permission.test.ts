import { expect, it, vi } from 'vitest'
import { accountId } from '../../shared/account'
import { calls } from '../../shared/contract'
import { fail } from '../../shared/failure'
import type { ScriptQuestion } from '../../shared/scripts'
import { unknownProgram } from '../../shared/unknown-program'
import { must, rig } from '../../../test/fakes/program'
import { Observed } from '../observed'
import { Permission } from './permission'

async function asking(limit: { limitMs?: number } = { limitMs: 60_000 }) {
  const { program } = await rig()
  const { settings } = program
  must(await settings.change({ scripts: 'ask' }))
  const questions = new Observed<ScriptQuestion[]>([])
  let shown = 0
  let now = 1_000_000
  const permission = new Permission({
    ...{ settings, questions, ...limit },
    show: () => (shown += 1),
    now: () => now,
  })
  const gone = new AbortController()
  const ask = (name: string, signal = gone.signal) =>
    permission.ask({ program: name, account: accountId.parse('account-1'), wants: 'token' }, signal)
  return {
    permission,
    settings,
    questions,
    ask,
    shown: () => shown,
    later: (ms: number) => (now += ms),
  }
}

it('a question that nobody answers ends by itself, and is "no"', async () => {
  const { ask, questions, shown } = await asking({ limitMs: 5 })
  const verdict = ask('a')
  expect(questions.value).toHaveLength(1)
  expect(await verdict).toBe('unanswered')
  expect(questions.value).toEqual([])
  expect(shown()).toBe(1)
})

it('the limit of a question is two minutes', async () => {
  const { ask } = await asking({})
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    let verdict: unknown
    const asked = ask('a').then((it) => (verdict = it))
    await vi.advanceTimersByTimeAsync(119_999)
    expect(verdict).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    await asked
    expect(verdict).toBe('unanswered')
  } finally {
    vi.useRealTimers()
  }
})

it('programs that are always allowed at once are all kept', async () => {
  const { permission, ask, questions, settings } = await asking()
  const asked = [ask('a'), ask('b')]
  const answers = questions.value.map(({ id }) => permission.answer(id, 'always'))
  for (const answer of answers) must(await answer)
  expect(settings.value.allowedPrograms).toEqual(['a', 'b'])
  expect(await Promise.all(asked)).toEqual(['yes', 'yes'])
})

it('programs that are removed at once are all gone, and asked about', async () => {
  const { permission, ask, questions, settings } = await asking()
  must(await settings.change({ allowedPrograms: ['a', 'b', 'c'] }))
  const removed = ['a', 'b', 'unknown'].map((program) => permission.remove(program))
  for (const answer of removed) must(await answer)
  expect(settings.value.allowedPrograms).toEqual(['c'])
  const asked = ask('a')
  expect(questions.value.map(({ program }) => program)).toEqual(['a'])
  permission.close()
  expect(await asked).toBe('left')
})

it('no window can set a whole list of allowed programs, which may be an old one', () => {
  const { input } = calls['settings.change']
  expect(input.safeParse({ notifications: false }).success).toBe(true)
  expect(input.safeParse({ allowedPrograms: ['a'] }).success).toBe(false)
})

it('a program that nobody can tell is allowed once and never for good, whatever the list says', async () => {
  const { permission, ask, questions, settings } = await asking()
  const [one, two] = [ask(unknownProgram), ask(unknownProgram)]
  const [first] = questions.value
  if (!first) throw new Error('No question')
  must(await permission.answer(first.id, 'always'))
  expect(await one).toBe('yes')
  expect(settings.value.allowedPrograms).toEqual([])
  must(await settings.change({ allowedPrograms: [unknownProgram] }))
  const three = ask(unknownProgram)
  expect(questions.value).toHaveLength(2)
  permission.close()
  expect(await Promise.all([two, three])).toEqual(['left', 'left'])
})

it('a refusal holds for all questions of the program and for half a minute, and for no other', async () => {
  const { permission, ask, questions, later } = await asking()
  const [one, two, other] = [ask('a'), ask('a'), ask('b')]
  const [first] = questions.value
  if (!first) throw new Error('No question')
  must(await permission.answer(first.id, 'no'))
  expect([await one, await two]).toEqual(['refused', 'refused'])
  expect(questions.value.map(({ program }) => program)).toEqual(['b'])
  expect(await ask('a')).toBe('refused')
  later(30_000)
  const again = ask('a')
  expect(questions.value.map(({ program }) => program)).toEqual(['b', 'a'])
  permission.close()
  expect([await other, await again]).toEqual(['left', 'left'])
})

it('a refusal ends when the clock is set back, instead of lasting until it shows that time again', async () => {
  const { permission, ask, questions, later } = await asking()
  const refused = ask('a')
  const [first] = questions.value
  if (!first) throw new Error('No question')
  must(await permission.answer(first.id, 'no'))
  expect(await refused).toBe('refused')
  later(-3 * 24 * 3_600_000)
  const again = ask('a')
  expect(questions.value).toHaveLength(1)
  permission.close()
  expect(await again).toBe('left')
})

it('more questions than anybody reads are refused', async () => {
  const { permission, ask, questions } = await asking()
  const asked = Array.from({ length: 8 }, (_, index) => ask(`program ${index}`))
  expect(await ask('one more')).toBe('too-many')
  expect(questions.value).toHaveLength(8)
  permission.close()
  await Promise.all(asked)
})

it('whoever left is neither asked about nor allowed', async () => {
  const { permission, ask, questions } = await asking()
  expect(await ask('a', AbortSignal.abort())).toBe('left')
  const leaving = new AbortController()
  const verdict = ask('a', leaving.signal)
  const [first] = questions.value
  leaving.abort()
  expect(await verdict).toBe('left')
  expect(questions.value).toEqual([])
  if (first) expect(await permission.answer(first.id, 'always')).toEqual(fail('not-found'))
})

it('allowing for good lets the oldest of two hundred go', async () => {
  const { permission, settings, ask, questions } = await asking()
  const many = Array.from({ length: 200 }, (_, index) => `program ${index}`)
  must(await settings.change({ allowedPrograms: many }))
  const verdict = ask('new')
  const [first] = questions.value
  if (!first) throw new Error('No question')
  must(await permission.answer(first.id, 'always'))
  expect(await verdict).toBe('yes')
  expect(settings.value.allowedPrograms).toEqual([...many.slice(1), 'new'])
})
