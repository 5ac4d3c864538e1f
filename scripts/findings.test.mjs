import { describe, expect, it } from 'vitest'
import { problemsOf, readAnswers } from './findings.mjs'

const page = `## What electronegativity finds

| finding | place | answer | test |
| --- | --- | --- | --- |
| \`A_CHECK\`, \`B_CHECK\` | \`src/main/x.ts\` | It is so on purpose. | \`x.test.ts\` |
`
const answers = readAnswers(page)
const a = { check: 'A_CHECK', file: 'main/x.ts', line: 3 }
const b = { check: 'B_CHECK', file: 'main/x.ts', line: 4 }
const whole = { findings: [a, b], errors: [], checks: 41 }

describe('answers to findings', () => {
  it('are enough when there is one for each', () => {
    expect(problemsOf(whole, answers)).toEqual([])
  })

  it('are asked for where there is none', () => {
    const other = { ...a, file: 'main/y.ts' }
    expect(problemsOf({ ...whole, findings: [a, b, other] }, answers)).toEqual([
      'A_CHECK in src/main/y.ts:3 has no answer.',
    ])
  })

  it('are refused when nothing is found any more', () => {
    expect(problemsOf({ ...whole, findings: [a] }, answers)).toEqual([
      'B_CHECK in src/main/x.ts is answered, but not found any more.',
    ])
  })

  it('do not count when a file was not read, or not every check ran', () => {
    const errors = [{ file: 'src/main/x.ts', message: 'Invalid Version: 45.x' }]
    expect(problemsOf({ ...whole, errors }, answers)).toEqual([
      'It could not read src/main/x.ts: Invalid Version: 45.x',
    ])
    expect(problemsOf({ ...whole, checks: 12 }, answers)).toEqual(['It ran 12 checks, not 41.'])
  })

  it('need a finding, a place and words', () => {
    expect(() => readAnswers(page.replace('It is so on purpose.', ''))).toThrow('A row lacks')
    expect(() => readAnswers(page.replace('`src/main/x.ts`', 'x'))).toThrow('A row lacks')
  })
})
