import { describe, expect, it } from 'vitest'
import { textFor } from '../../shared/text'
import { aboutPanel } from './about'

const given = {
  ...{ name: 'Latchkey', version: '1.2.3', words: textFor('en').about },
  versions: { electron: '45.4.1', chrome: '150.0', node: '24.1.0' },
}

describe('the window about the program', () => {
  it('tells name, version, licence, and what the program is made with', () => {
    const panel = aboutPanel({ ...given, appPath: '/opt/Latchkey/resources/app.asar' })
    expect(panel).toMatchObject({ applicationName: 'Latchkey', applicationVersion: '1.2.3' })
    expect(panel.copyright).toContain('MIT')
    expect(panel.credits).toContain('Electron 45.4.1, Chromium 150.0, Node 24.1.0')
    expect(panel.authors).toBeUndefined()
  })

  it('shows an icon that the system can read, packed or not', () => {
    const icon = (appPath: string) => aboutPanel({ ...given, appPath }).iconPath
    expect(icon('/opt/Latchkey/resources/app.asar')?.replaceAll('\\', '/')).toBe(
      '/opt/Latchkey/resources/app.asar.unpacked/resources/icon.png',
    )
    expect(icon('/src/latchkey')?.replaceAll('\\', '/')).toBe('/src/latchkey/resources/icon.png')
  })
})
