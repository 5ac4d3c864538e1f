import { describe, expect, it } from 'vitest'
import { attackCall, attackNames, callNames } from '../../faults/bridge/dispatcher'
import { Findings, held } from '../../faults/fault'

const seed = 20_260

describe('the bridge under attack', () => {
  it.each(callNames)('gives no unparsed value to the handler of %s', async (name) => {
    const findings = new Findings()
    const { refused } = await attackCall(name, 300, seed, findings)
    const outcome = findings.outcome(name)
    expect(outcome.broken).toEqual([])
    expect(refused).toBeGreaterThan(100)
  })

  it('refuses what is no name of a call, and callers that are none', async () => {
    const findings = new Findings()
    expect(await attackNames(1_000, seed, findings)).toBeGreaterThan(1_000)
    const outcome = findings.outcome('names')
    expect(outcome.broken).toEqual([])
    expect(held(outcome)).toBe(true)
  })
})
