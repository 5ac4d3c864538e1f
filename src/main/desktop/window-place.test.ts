import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DurableFile } from '../accounts/durable-file'
import { asLarge, besideTray, centred, fit, PlaceKeeper, windowPlacesFormat } from './window-place'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const monitor = { x: 1440, y: 0, width: 2560, height: 1440 }
const size = { width: 560, height: 420 }

describe('a window that was left somewhere', () => {
  it.each([
    ['stays', { x: 100, y: 100, width: 1000, height: 700 }],
    ['stays over two screens', { x: 1000, y: 100, width: 1000, height: 700 }],
    ['stays half beside the screen', { x: -700, y: 100, width: 1000, height: 700 }],
  ])('%s', (_, bounds) => {
    expect(fit(bounds, [laptop, monitor])).toEqual(bounds)
  })

  it.each([
    [1, true],
    [0, false],
  ])(
    'is maximised %d times, however often it is shown, where maximized is %s',
    (times, maximized) => {
      const maximize = vi.fn()
      const enlarge = asLarge({ maximized })
      for (let shown = 0; shown < 3; shown += 1) enlarge({ maximize })
      expect(maximize).toHaveBeenCalledTimes(times)
    },
  )

  it('comes back from a monitor that is unplugged', () => {
    const bounds = { x: 2000, y: 300, width: 1000, height: 700 }
    expect(fit(bounds, [laptop])).toEqual({ x: 440, y: 200, width: 1000, height: 700 })
  })

  it('comes back when it can hardly be seen, or not be grasped', () => {
    const hardly = { x: 1400, y: 100, width: 1000, height: 700 }
    expect(fit(hardly, [laptop])).toEqual({ ...hardly, x: 440 })
    const aboveTheEdge = { x: 100, y: -300, width: 1000, height: 700 }
    expect(fit(aboveTheEdge, [laptop])).toEqual({ ...aboveTheEdge, y: 25 })
    const below = { x: 100, y: 890, width: 1000, height: 700 }
    expect(fit(below, [laptop])).toEqual({ ...below, y: 200 })
  })

  it('becomes smaller on a screen that became smaller, as by another scale', () => {
    const bounds = { x: 100, y: 100, width: 2000, height: 1300 }
    const scaled = { x: 0, y: 0, width: 1280, height: 720 }
    expect(fit(bounds, [scaled])).toEqual(scaled)
    expect(fit(bounds, [{ ...scaled, width: 2560 }])).toEqual({
      x: 100,
      y: 0,
      width: 2000,
      height: 720,
    })
  })

  it('takes the screen that shows most of it', () => {
    const bounds = { x: 1300, y: 100, width: 2600, height: 700 }
    expect(fit(bounds, [laptop, monitor])).toEqual({ ...bounds, x: 1440, width: 2560 })
  })

  it('stays where no screen is known', () => {
    const bounds = { x: -9000, y: 0, width: 10, height: 10 }
    expect(fit(bounds, [])).toEqual(bounds)
  })
})

describe('the quick-login window', () => {
  it('hangs below a tray at the top and stands above one at the bottom', () => {
    const atTop = { x: 1000, y: 0, width: 24, height: 25 }
    expect(besideTray(atTop, size, laptop)).toEqual({ x: 732, y: 33 })
    const atBottom = { x: 1000, y: 876, width: 24, height: 24 }
    expect(besideTray(atBottom, size, laptop)).toEqual({ x: 732, y: 448 })
  })

  it('is wholly on the screen, also beside a tray in its corner', () => {
    const corner = { x: 1416, y: 880, width: 24, height: 20 }
    expect(besideTray(corner, size, laptop)).toEqual({ x: 880, y: 452 })
    expect(besideTray({ x: 0, y: 0, width: 20, height: 20 }, size, laptop)).toEqual({
      x: 0,
      y: 28,
    })
  })

  it('is centred where nobody knows of a tray', () => {
    expect(centred(size, monitor)).toEqual({ x: 2440, y: 510 })
  })
})

describe('the places', () => {
  let folder: string
  const bounds = { x: 1, y: 2, width: 300, height: 400 }
  const fileIn = () => new DurableFile(join(folder, 'window-place.json'), windowPlacesFormat)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-place-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('are written once for many moves, and read again', async () => {
    const file = fileIn()
    const save = vi.spyOn(file, 'save')
    const places = new PlaceKeeper(file, {})
    for (let x = 0; x < 100; x++) {
      places.note('main', { bounds: { ...bounds, x }, maximized: false })
    }
    places.note('settings', { bounds, maximized: true })
    await places.flush()
    await places.flush()
    expect(save).toHaveBeenCalledTimes(1)
    const loaded = await fileIn().load()
    const again = new PlaceKeeper(fileIn(), loaded.value)
    expect(again.of('main')?.bounds.x).toBe(99)
    expect(again.of('settings')).toEqual({ bounds, maximized: true })
  })

  it('are not written when no window has moved', async () => {
    await new PlaceKeeper(fileIn(), {}).flush()
    expect(await readdir(folder)).toEqual([])
  })
})
