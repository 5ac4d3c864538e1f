import { expect, it } from 'vitest'
import { scriptCommand } from './script-command'

const linux = { packaged: false, windows: false, appPath: '/src/latchkey', program: '/usr/bin/e' }

it('the command can be pasted into a shell as it is', () => {
  expect(scriptCommand(linux)).toBe('node /src/latchkey/scripts/latchkey.mjs')
  expect(scriptCommand({ ...linux, appPath: "/my 'src'" })).toBe(
    `node '/my '\\''src'\\''/scripts/latchkey.mjs'`,
  )
  expect(scriptCommand({ ...linux, packaged: true, program: '/opt/Latchkey/latchkey' })).toBe(
    '/opt/Latchkey/latchkey',
  )
  const program = 'C:\\Program Files\\Latchkey\\Latchkey.exe'
  expect(scriptCommand({ ...linux, packaged: true, windows: true, program })).toBe(`"${program}"`)
})
