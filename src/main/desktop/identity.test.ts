import { expect, it } from 'vitest'
import { appId, takeIdentity } from './identity'

function identified(platform: 'linux' | 'mac' | 'windows', isPackaged: boolean): string[] {
  const calls: string[] = []
  takeIdentity(
    {
      isPackaged,
      setToastActivatorCLSID: (id) => calls.push(`activator ${id}`),
      setAppUserModelId: (id) => calls.push(`id ${id}`),
    },
    platform,
  )
  return calls
}

it('is that of the shortcut on Windows, with an activator that is the same each time', () => {
  const calls = identified('windows', true)
  // In this order: the id registers what is known by then.
  expect(calls).toEqual([
    expect.stringMatching(/^activator \{[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}\}$/),
    `id ${appId}`,
  ])
  expect(identified('windows', true)).toEqual(calls)
})

it('is left alone elsewhere, and in a checkout, which has no shortcut', () => {
  expect(identified('linux', true)).toEqual([])
  expect(identified('mac', true)).toEqual([])
  expect(identified('windows', false)).toEqual([])
})
