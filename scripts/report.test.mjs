import { describe, expect, it } from 'vitest'
import { addUp, crashed, readPlaywright, readVitest, settle, summaryLine } from './report.mjs'

const ended = { code: 0, timedOut: false, output: 'last words' }
const counts = ({ passed, failed, skipped }) => ({ passed, failed, skipped })
const passing = { passed: 2, failed: 0, skipped: 0, failures: [] }

describe('a report of vitest', () => {
  const file = (status, assertionResults, message) => ({
    name: '/x/a.test.ts',
    status,
    message,
    assertionResults,
  })
  const test = (status, ...failureMessages) => ({
    status,
    fullName: `is ${status}`,
    failureMessages,
  })

  it('is counted by test, where whatever neither passed nor failed was skipped', () => {
    const tests = ['passed', 'passed', 'pending', 'skipped', 'todo'].map((status) => test(status))
    expect(counts(readVitest({ testResults: [file('passed', tests)] }))).toEqual({
      passed: 2,
      failed: 0,
      skipped: 3,
    })
  })

  it('keeps the words of each failure', () => {
    const report = { testResults: [file('failed', [test('passed'), test('failed', 'one', 'two')])] }
    expect(readVitest(report).failures).toEqual([
      { title: '/x/a.test.ts > is failed', detail: 'one\ntwo' },
    ])
  })

  it('counts a file that does not load as a failure', () => {
    const result = readVitest({ testResults: [file('failed', [], 'no such module')] })
    expect(counts(result)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(result.failures[0]).toEqual({ title: '/x/a.test.ts', detail: 'no such module' })
  })

  it('counts a file as failed whose hook throws after its tests passed', () => {
    const result = readVitest({ testResults: [file('failed', [test('passed')], 'afterAll threw')] })
    expect(counts(result)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })
})

describe('a report of Playwright', () => {
  const spec = (status, ...errors) => ({
    title: `is ${status}`,
    file: 'a.spec.ts',
    line: 7,
    tests: [{ status, results: [{ errors }] }],
  })

  it('is counted through nested suites', () => {
    const inner = { specs: [spec('expected'), spec('skipped')] }
    const report = { suites: [{ specs: [spec('expected')], suites: [inner] }], errors: [] }
    expect(counts(readPlaywright(report))).toEqual({ passed: 2, failed: 0, skipped: 1 })
  })

  it('counts a flaky test as failed', () => {
    const report = { suites: [{ specs: [spec('flaky', { message: 'once' })] }] }
    expect(readPlaywright(report).failures).toEqual([
      { title: 'a.spec.ts:7 > is flaky', detail: 'once' },
    ])
  })

  it('counts a test as failed that has more than one attempt, and keeps the words of all', () => {
    const twice = {
      ...spec('unexpected'),
      tests: [
        {
          status: 'unexpected',
          results: [{ errors: [{ stack: 'at one' }] }, { errors: [{ message: 'two' }] }],
        },
      ],
    }
    const result = readPlaywright({ suites: [{ specs: [twice] }] })
    expect(counts(result)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(result.failures[0]?.detail).toBe('at one\ntwo')
  })

  it('counts an error outside of every test', () => {
    const result = readPlaywright({ suites: [], errors: [{ message: 'broken file' }] })
    expect(result.failures).toEqual([{ title: 'Playwright', detail: 'broken file' }])
  })
})

describe('settling', () => {
  it('leaves a good run as it is', () => {
    expect(settle(passing, ended)).toEqual(passing)
  })

  it('makes one failure of a run without a test, with its last words', () => {
    const result = settle(addUp([]), { ...ended, code: 134, output: 'out of memory' })
    expect(counts(result)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(result.failures[0]?.detail).toBe('It ended with code 134.\nout of memory')
  })

  it('does so even if the runner is content', () => {
    expect(settle(addUp([]), ended).failed).toBe(1)
  })

  it('adds a failure when all tests passed and the run did not', () => {
    expect(counts(settle(passing, { ...ended, code: 1 }))).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
    })
  })

  it('adds none when failed tests explain the code', () => {
    const failing = crashed('a', 'b')
    expect(settle(failing, { ...ended, code: 1 })).toBe(failing)
  })

  it('adds one when the run was stopped, whatever else failed', () => {
    const result = settle(crashed('a', 'b'), { ...ended, code: 143, timedOut: true })
    expect(result.failed).toBe(2)
  })
})

it('adds rings up to one line', () => {
  const total = addUp([passing, crashed('a', 'b'), { ...passing, skipped: 3 }])
  expect(summaryLine(total)).toBe('4 passed, 1 failed, 3 skipped')
  expect(total.failures).toHaveLength(1)
})
