// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { failureCodes } from '../../../shared/failure'
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
