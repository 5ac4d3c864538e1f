// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { failureCodes } from '../../../shared/failure'
import { failureRemedies, remedyLeads, remedyOf } from '../../../shared/failure-remedy'
import { scenes } from '../../gallery/scenes'
import { open, text } from '../shell/app-rig'

afterEach(cleanup)

describe.each(failureCodes)('%s', (code) => {
  it('says what happened and what to do, with one thing to press', async () => {
    const scene = scenes[`failure-${code}`]
    await open(scene?.snapshot, scene?.place)
    const words = text.failures[code]
    const main = screen.getByRole('main')
    expect(within(main).getByText((shown) => shown.startsWith(words.title))).toBeTruthy()
    const alert = within(main).queryByRole('alert')
    const notice = alert?.closest<HTMLElement>('.notice')
    const buttons = notice ? within(notice).queryAllByRole('button') : []
    expect(buttons.length).toBeLessThanOrEqual(1)
    // Where the notice has none, the step's own button is the one.
    const own = within(main).queryAllByRole('button', { name: /^(Confirm|Wait )/ })
    expect(buttons.length + own.length).toBeGreaterThan(0)
    // One of them is the one to press, and a glance tells which.
    const primary = [...main.querySelectorAll('.button-primary')]
    expect(primary).toHaveLength(1)
    expect([...buttons, ...own]).toContain(primary[0])
  })
})

describe('the one remedy', () => {
  const any = () => undefined
  it('is the failure’s own where the place can do it', () => {
    expect(remedyOf({ code: 'email-taken' }, { 'log-in': any, retry: any })).toBe('log-in')
  })

  it('is to ask once more where it cannot', () => {
    expect(remedyOf({ code: 'email-taken' }, { retry: any })).toBe('retry')
    expect(remedyOf({ code: 'offline' }, {})).toBeUndefined()
  })

  it('stands back behind what was typed, where that may be all that is wrong', () => {
    expect(remedyLeads({ code: 'wrong-code' }, { resend: any })).toBe(false)
    expect(remedyLeads({ code: 'code-expired' }, { resend: any })).toBe(true)
    expect(remedyLeads({ code: 'code-expired' }, {})).toBe(false)
    expect(remedyLeads(undefined, { retry: any })).toBe(false)
  })

  it('is no button where something has to be corrected, or where none helps', () => {
    const bare = failureCodes.filter((code) => ['correct', 'none'].includes(failureRemedies[code]))
    expect(bare.map((code) => remedyOf({ code }, { retry: any }))).toEqual(
      bare.map(() => undefined),
    )
  })
})
