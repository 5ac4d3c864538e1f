import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { checkoutProfile } from './profile'

it('a checkout’s profile is where Electron puts it on each system, unless another one is named', () => {
  const name = 'Latchkey (development)'
  expect(checkoutProfile('linux', {})).toBe(join(homedir(), '.config', name))
  expect(checkoutProfile('linux', { XDG_CONFIG_HOME: '/c' })).toBe(join('/c', name))
  for (const none of ['', 'relative']) {
    const env = { XDG_CONFIG_HOME: none, LATCHKEY_PROFILE: '' }
    expect(checkoutProfile('linux', env)).toBe(join(homedir(), '.config', name))
  }
  expect(checkoutProfile('darwin', { XDG_CONFIG_HOME: '/c' })).toBe(
    join(homedir(), 'Library', 'Application Support', name),
  )
  expect(checkoutProfile('win32', { APPDATA: '/roaming' })).toBe(join('/roaming', name))
  expect(checkoutProfile('linux', { LATCHKEY_PROFILE: 'here' })).toBe(resolve('here'))
})
