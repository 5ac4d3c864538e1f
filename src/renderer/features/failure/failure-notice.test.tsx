// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { failureCodes, type Failure } from '../../../shared/failure'
import { FakeBridge } from '../../gallery/fake-bridge'
import { snapshot } from '../../gallery/samples'
import { scenes } from '../../gallery/scenes'
import { english } from '../../gallery/words'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { open, text } from '../shell/app-rig'
import { FailureDetail } from './failure-notice'

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

describe('the detail of a failure', () => {
  function told(failure: Failure): string | undefined {
    const latchkey = createLatchkey(new FakeBridge(snapshot()), english)
    const { container } = render(
      <LatchkeyProvider latchkey={latchkey}>
        <FailureDetail failure={failure} serviceName="Ruuvi" />
      </LatchkeyProvider>,
    )
    return container.querySelector('.failure-detail')?.textContent
  }

  it('is the service’s words where the service has said something', () => {
    for (const code of ['token-rejected', 'unsupported', 'offline'] as const) {
      const said = told({ code, detail: 'token expired', serviceCode: '-104' })
      expect(said).toBe('Ruuvi says: “token expired”')
    }
  })

  it('is what Latchkey found where it has not, and a sentence stands as it is', () => {
    for (const code of ['offline', 'tls-untrusted', 'proxy-needs-sign-in'] as const) {
      expect(told({ code, detail: 'host not found: a.b' })).toBe('Found: host not found: a.b')
    }
    expect(told({ code: 'unsupported', detail: 'It is too old.' })).toBe('It is too old.')
  })
})

it('says of a server out of reach nothing of what was sent, since that differs', () => {
  expect(text.failures.offline.text).not.toMatch(/sent/)
})
