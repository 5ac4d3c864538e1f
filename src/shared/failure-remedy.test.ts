import { describe, expect, it } from 'vitest'
import { failureCodes } from './failure'
import { failureRemedies, remedyLeads, remedyOf } from './failure-remedy'

describe('the one remedy', () => {
  const offered = () => undefined
  it('is the failure’s own where the place can do it', () => {
    expect(remedyOf({ code: 'email-taken' }, { 'log-in': offered, retry: offered })).toBe('log-in')
  })

  it('is to ask once more where it cannot', () => {
    expect(remedyOf({ code: 'email-taken' }, { retry: offered })).toBe('retry')
    expect(remedyOf({ code: 'offline' }, {})).toBeUndefined()
  })

  it('stands back behind what was typed, where that may be all that is wrong', () => {
    expect(remedyLeads({ code: 'wrong-code' }, { resend: offered })).toBe(false)
    expect(remedyLeads({ code: 'code-expired' }, { resend: offered })).toBe(true)
    expect(remedyLeads({ code: 'code-expired' }, {})).toBe(false)
    expect(remedyLeads(undefined, { retry: offered })).toBe(false)
  })

  it('is no button where something has to be corrected, or where none helps', () => {
    const bare = failureCodes.filter((code) => ['correct', 'none'].includes(failureRemedies[code]))
    expect(bare.map((code) => remedyOf({ code }, { retry: offered }))).toEqual(
      bare.map(() => undefined),
    )
  })
})
