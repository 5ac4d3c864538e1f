import { describe, expect, it } from 'vitest'
import { isLoopback } from './loopback'

describe('isLoopback', () => {
  it.each([
    'http://localhost:1',
    'http://LOCALHOST.',
    'http://site.localhost',
    'http://127.0.0.1',
    'http://127.1.2.3',
    'http://127.1',
    'http://2130706433',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
  ])('holds for %s', (url) => expect(isLoopback(new URL(url).hostname)).toBe(true))

  it.each([
    'http://example.com',
    'http://localhost.example.com',
    'http://notlocalhost',
    'http://127.0.0.1.example.com',
    'http://128.0.0.1',
    'http://192.168.0.1',
    'http://[::2]',
    'http://[2001:db8::1]',
    'http://[::ffff:7f:1]/',
    'http://[::7f00:1]/',
  ])('does not hold for %s', (url) => expect(isLoopback(new URL(url).hostname)).toBe(false))
})
