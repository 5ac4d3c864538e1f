/** An account's page on a bridge of its own, for tests. */
import { screen, within } from '@testing-library/react'
import type { AccountView } from '../../../shared/account'
import type { FakeAnswers } from '../../gallery/fake-bridge'
import { open, text } from '../shell/app-rig'

export const main = () => screen.getByRole('main')

/** Opens the page of an account that is the only one, and waits until its details are there. */
export async function openAccount(account: AccountView, answers: FakeAnswers = {}) {
  const opened = await open(
    { accounts: [account] },
    { kind: 'account', account: account.id },
    answers,
  )
  await within(main()).findByRole('heading', { name: text.accounts.token })
  return opened
}
