import { describe, expect, it } from 'vitest'
import { networkFaultsOf } from '../../faults/groups/network'

/** One harm of each kind, on the requests whose repetition would do most damage and on one that is safe. */
const harms = [
  'refused',
  'reset-before-it-left',
  'reset-after-it-left',
  'cut-in-mid-body',
  'html-502',
  'captive-portal',
  'redirect-307-to-another-host',
  'certificate-self-signed',
  'certificate-trusted-elsewhere',
  'certificate-trusted-where-none-may-be',
  'proxy-asks-for-a-password',
  'too-many-retry-at-a-date',
]
const acts = ['register', 'check']
/** What is not harmful to repeat, and is not repeated all the same. */
const repeatable = { act: 'login', harm: 'reset-after-it-left' }

describe('a hostile network', () => {
  const faults = networkFaultsOf(
    (_service, act, harm) =>
      (acts.includes(act.name) && harms.includes(harm.name)) ||
      (act.name === repeatable.act && harm.name === repeatable.harm),
  )
  it.each(faults)('$fault', async (fault) => {
    const { broken, harm } = await fault.run()
    expect(broken).toEqual([])
    expect(Object.values(harm)).toEqual([0, 0, 0, 0])
  })
})
