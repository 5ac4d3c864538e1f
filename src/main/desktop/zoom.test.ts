import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/failure'
import { defaultSettings } from '../../shared/settings'
import { nextZoom, zoomSteps, type Zoom } from '../../shared/zoom'
import { Observed } from '../observed'
import type { SettingsChange } from '../settings/settings'
import { followZoom } from './zoom'

class FakePage extends EventEmitter {
  readonly factors: number[] = []
  setZoomFactor(factor: number): void {
    this.factors.push(factor)
  }
}

function start(zoom: Zoom) {
  const app = new EventEmitter()
  class Settings extends Observed<typeof defaultSettings> {
    change({ zoom: next }: SettingsChange) {
      this.set({ ...this.value, zoom: next ?? this.value.zoom })
      return Promise.resolve(ok(undefined))
    }
  }
  const settings = new Settings({ ...defaultSettings, zoom })
  // The one event is all that is used of it.
  followZoom({ app: app as unknown as App, settings })
  const open = (): FakePage => {
    const page = new FakePage()
    app.emit('web-contents-created', {}, page)
    page.emit('did-finish-load')
    return page
  }
  return { settings, open }
}

describe('zoom', () => {
  it('goes by steps, and stays at either end', () => {
    expect(nextZoom(100, 'in')).toBe(110)
    expect(nextZoom(100, 'out')).toBe(90)
    expect(nextZoom(50, 'out')).toBe(50)
    expect(nextZoom(200, 'in')).toBe(200)
    expect([...zoomSteps].sort((one, other) => one - other)).toEqual(zoomSteps)
  })

  it('is that of every window, those to come as well', async () => {
    const { settings, open } = start(125)
    const first = open()
    await settings.change({ zoom: 150 })
    const second = open()
    expect(first.factors).toEqual([1.25, 1.5])
    expect(second.factors).toEqual([1.5])
  })

  it('follows the wheel, and forgets a window that is gone', () => {
    const { settings, open } = start(100)
    const page = open()
    page.emit('zoom-changed', {}, 'in')
    expect(settings.value.zoom).toBe(110)
    page.emit('destroyed')
    page.emit('zoom-changed', {}, 'out')
    expect(page.factors).toEqual([1, 1.1])
  })

  it('leaves pages alone when something else is set', () => {
    const { settings, open } = start(100)
    const page = open()
    settings.set({ ...settings.value, notifications: false })
    expect(page.factors).toEqual([1])
  })
})
