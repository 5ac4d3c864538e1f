import { expect, it } from 'vitest'
import { ownCommand } from './own-program'

const installed = {
  packaged: true,
  executable: '/opt/Latchkey/latchkey',
  appPath: '/opt/Latchkey/resources/app.asar',
  env: {},
}
const image = { APPDIR: '/tmp/.mount_LatchkX', APPIMAGE: '/home/anna/Latchkey.AppImage' }
const mounted = { ...installed, executable: `${image.APPDIR}/latchkey`, env: image }

it('is started by its own file, and a checkout with its folder', () => {
  expect(ownCommand(installed)).toEqual(['/opt/Latchkey/latchkey'])
  const checkout = {
    ...installed,
    packaged: false,
    executable: '/usr/bin/electron',
    appPath: '/src',
  }
  expect(ownCommand(checkout)).toEqual(['/usr/bin/electron', '/src'])
})

it('is started by the AppImage, whose folder is gone when the program has ended', () => {
  expect(ownCommand(mounted)).toEqual(['/home/anna/Latchkey.AppImage'])
  const slashed = { ...mounted, env: { ...image, APPDIR: `${image.APPDIR}/` } }
  expect(ownCommand(slashed)).toEqual(['/home/anna/Latchkey.AppImage'])
})

it('is not another program’s AppImage that has started it', () => {
  expect(ownCommand({ ...installed, env: image })).toEqual(['/opt/Latchkey/latchkey'])
  expect(ownCommand({ ...mounted, env: { ...image, APPDIR: '/tmp/.mount_Latch' } })).toEqual([
    mounted.executable,
  ])
})
