import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accountColours } from '../../shared/account'
import { trayIconName } from './tray-icons'

const folder = join(import.meta.dirname, '..', '..', '..', 'resources')
const looks = (['linux', 'mac', 'windows'] as const).flatMap((platform) =>
  [true, false].flatMap((dark) =>
    [true, false].map((attention) => ({ platform, dark, attention })),
  ),
)

/** Width and height of a PNG, which stand at a fixed place. */
async function sizeOf(name: string): Promise<readonly number[]> {
  const file = await readFile(join(folder, name))
  return [file.readUInt32BE(16), file.readUInt32BE(20)]
}

describe('the tray’s icons', () => {
  it('are all drawn, square, and once more in twice the size', async () => {
    const marks = accountColours.map((colour) => join('marks', `${colour}.png`))
    for (const name of new Set([...looks.map(trayIconName), ...marks])) {
      const [width, height] = await sizeOf(name)
      expect([name, width]).toEqual([name, height])
      const twice = await sizeOf(name.replace('.png', '@2x.png'))
      expect(twice).toEqual([Number(width) * 2, Number(height) * 2])
    }
  })

  it('has no drawn icon that is shown nowhere', async () => {
    const shown = new Set(looks.map(trayIconName))
    const drawn = (await readdir(folder)).filter((name) => /^tray.*(?<!@2x)\.png$/.test(name))
    expect(drawn.filter((name) => !shown.has(name))).toEqual([])
  })

  it('tell apart whether the person is needed, and are templates on macOS', () => {
    for (const look of looks) {
      expect(trayIconName({ ...look, attention: true })).not.toBe(
        trayIconName({ ...look, attention: false }),
      )
      if (look.platform === 'mac') expect(trayIconName(look)).toMatch(/Template\.png$/)
    }
  })

  it('follow the panel where the system tells its colour, and read on both where not', () => {
    const on = (platform: 'linux' | 'windows') =>
      [true, false].map((dark) => trayIconName({ platform, dark, attention: false }))
    expect(on('windows')).toEqual(['tray-dark.png', 'tray-light.png'])
    expect(new Set(on('linux')).size).toBe(1)
  })
})
