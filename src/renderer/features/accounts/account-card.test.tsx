// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { accounts } from '../../gallery/samples'
import { open, text } from '../shell/app-rig'

afterEach(cleanup)

it('tells which server an active account is at, where the service alone could be two', async () => {
  const active = accounts.filter(({ label }) => label === 'Home sensors' || label === 'Bench')
  await open({ accounts: active.map((account) => ({ ...account, active: true })) })
  const section = screen.getByRole('heading', { name: text.home.inUse }).closest('section')
  const places = within(section ?? document.body)
    .getAllByRole('listitem')
    .map((card) => card.querySelector('.soft')?.textContent)
  expect(places).toEqual(['Ruuvi Cloud · Ready', 'Ruuvi Cloud · Ruuvi Testnet · Not checked'])
})
