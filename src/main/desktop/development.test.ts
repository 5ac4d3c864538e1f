import { describe, expect, it } from 'vitest'
import { readDevelopment } from './development'

const everything = {
  LATCHKEY_SERVERS: '{"ruuvi":"http://127.0.0.1:1"}',
  LATCHKEY_SANDBOX: '{"ruuvi":"http://127.0.0.1:1"}',
  LATCHKEY_MAILBOX: 'http://127.0.0.1:2',
  LATCHKEY_PROFILE: '/elsewhere',
  LATCHKEY_SEAM: '1',
  LATCHKEY_HOST: 'chromium',
  ELECTRON_RENDERER_URL: 'http://127.0.0.1:3',
}

describe('the development variables', () => {
  it('change nothing in a packaged build', () => {
    expect(readDevelopment(true, everything)).toEqual(readDevelopment(true, {}))
    expect(readDevelopment(true, everything)).toMatchObject({
      seam: false,
      servers: undefined,
      keychainService: 'Latchkey',
    })
  })

  it('keep the secrets of tests and of development apart from the real ones', () => {
    const names = [
      readDevelopment(true, {}),
      readDevelopment(false, {}),
      readDevelopment(false, everything),
    ].map(({ keychainService }) => keychainService)
    expect(new Set(names).size).toBe(3)
  })
})
