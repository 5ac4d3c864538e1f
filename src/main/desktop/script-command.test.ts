import { expect, it } from 'vitest'
import { quickLoginCommand, scriptCommand } from './script-command'

const checkout = { packaged: false, executable: '/usr/bin/e', appPath: '/src/latchkey', env: {} }

it('the command can be pasted into a shell as it is', () => {
  expect(scriptCommand(checkout, false)).toBe('node /src/latchkey/scripts/latchkey.mjs')
  expect(scriptCommand({ ...checkout, appPath: "/my 'src'" }, false)).toBe(
    `node '/my '\\''src'\\''/scripts/latchkey.mjs'`,
  )
  const installed = { ...checkout, packaged: true, executable: '/opt/Latchkey/latchkey' }
  expect(scriptCommand(installed, false)).toBe('/opt/Latchkey/latchkey')
  const executable = 'C:\\Program Files\\Latchkey\\Latchkey.exe'
  expect(scriptCommand({ ...installed, executable }, true)).toBe(`"${executable}"`)
})

it('of an AppImage outlives the folder that it runs from', () => {
  const env = { APPDIR: '/tmp/.mount_x', APPIMAGE: '/home/anna/My apps/Latchkey.AppImage' }
  expect(
    scriptCommand(
      { ...checkout, packaged: true, executable: '/tmp/.mount_x/latchkey', env },
      false,
    ),
  ).toBe(`'${env.APPIMAGE}'`)
})

it('of quick login starts the program once more', () => {
  expect(quickLoginCommand(checkout)).toBe('/usr/bin/e /src/latchkey --quick-login')
  expect(quickLoginCommand({ ...checkout, packaged: true, executable: '/opt/My apps/l' })).toBe(
    "'/opt/My apps/l' --quick-login",
  )
})
