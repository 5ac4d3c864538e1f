// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { ok } from '../../../shared/failure'
import { FakeBridge } from '../../gallery/fake-bridge'
import { snapshot } from '../../gallery/samples'
import { SecretField } from '../../ui/secret-field'
import { concealCopies } from './concealed-copy'

const bridge = new FakeBridge(snapshot(), { 'window.copySecret': () => ok({ clearsAt: 0 }) })
concealCopies(document, bridge)
afterEach(cleanup)

function Typed() {
  const [value, setValue] = useState('correct horse')
  return (
    <SecretField
      frame={{ label: 'Password' }}
      input={{ value, onChange: (event) => setValue(event.target.value) }}
      autoComplete="new-password"
      words={{ show: 'Show', hide: 'Hide', capsLock: 'Caps Lock is on' }}
    />
  )
}

const field = () => screen.getByLabelText<HTMLInputElement>('Password')
const copied = () => bridge.inputs('window.copySecret')

function does(kind: 'copy' | 'cut') {
  const event = createEvent[kind](field())
  fireEvent(field(), event)
  return event
}

it('copies a shown secret as one, cuts it, and leaves a hidden one where it is', () => {
  render(<Typed />)
  field().select()
  expect(does('copy').defaultPrevented).toBe(true)
  expect(copied()).toEqual([])

  fireEvent.click(screen.getByRole('button', { name: 'Show' }))
  field().setSelectionRange(0, 7)
  expect(does('copy').defaultPrevented).toBe(true)
  expect(copied()).toEqual([{ secret: 'correct' }])
  expect(field().value).toBe('correct horse')

  field().setSelectionRange(7, 13)
  does('cut')
  expect(copied()).toEqual([{ secret: 'correct' }, { secret: ' horse' }])
  expect(field().value).toBe('correct')
})

it('leaves other fields to the browser', () => {
  render(<input aria-label="Password" defaultValue="no secret" />)
  field().select()
  expect(does('copy').defaultPrevented).toBe(false)
})
