import { describe, expect, it } from 'vitest'
import { mayLoad } from './guards'
import type { Pages } from './page'

const from = (origin: string): Pages => ({
  address: () => `${origin}/index.html`,
  isOwn: (url) => url.startsWith(`${origin}/`),
})
const built = from('latchkey://app')
const served = from('http://localhost:5173')

describe('what a page may load', () => {
  it.each(['latchkey://app/main.js', 'data:image/png;base64,AA=='])('is %s', (url) => {
    expect(mayLoad(url, built, false)).toBe(true)
  })

  it.each(['https://example.com/', 'devtools://devtools/x.js', 'file:///etc/passwd', 'ws://app/'])(
    'is not %s',
    (url) => expect(mayLoad(url, built, false)).toBe(false),
  )

  it('includes tools and live updates only while somebody works on the program', () => {
    for (const url of ['devtools://devtools/x.js', 'ws://localhost:5173/?token=x']) {
      expect(mayLoad(url, served, true)).toBe(true)
      expect(mayLoad(url, served, false)).toBe(false)
    }
    expect(mayLoad('ws://localhost:9/', served, true)).toBe(false)
  })

  it('is nothing in a session without pages', () => {
    for (const url of ['latchkey://app/main.js', 'data:text/plain,x', 'devtools://devtools/x.js']) {
      expect(mayLoad(url, undefined, true)).toBe(false)
    }
  })
})
