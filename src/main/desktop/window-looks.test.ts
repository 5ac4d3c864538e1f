import type { Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { scaledSize, windowLook } from './window-looks'

const look = (kind: Parameters<typeof windowLook>[0], zoomFactor: number) =>
  windowLook(kind, {
    ...{ platform: 'linux', icon: 'icon.png', preload: 'preload.cjs', devTools: false },
    // Nothing of it is looked at here.
    session: {} as unknown as Session,
    zoomFactor: () => zoomFactor,
  })

describe('a window', () => {
  it('begins with the zoom that is set, so that no page is seen to change its size', () => {
    expect(look('main', 1.5).webPreferences?.zoomFactor).toBe(1.5)
  })

  it('that nobody makes larger grows with what is drawn in it, and never shrinks', () => {
    const { width, height } = scaledSize('quick-login', 1)
    expect(look('quick-login', 2)).toMatchObject({ width: width * 2, height: height * 2 })
    expect(scaledSize('quick-login', 0.5)).toEqual({ width, height })
    expect(look('main', 2).width).toBe(look('main', 1).width)
  })
})
