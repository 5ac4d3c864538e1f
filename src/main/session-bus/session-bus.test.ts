import { expect, it } from 'vitest'
import { sessionBusAddresses, socketPath } from './session-bus'

it('finds the bus by the environment first and by the runtime folder else', () => {
  const both = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a;unix:path=/b', XDG_RUNTIME_DIR: '/run/me' }
  expect(sessionBusAddresses(both)).toEqual(['unix:path=/a', 'unix:path=/b'])
  const runtime = { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run/me' }
  expect(sessionBusAddresses(runtime)).toEqual(['unix:path=/run/me/bus'])
  expect(sessionBusAddresses({})).toEqual([])
})

it.each([
  ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
  ['unix:guid=1f,path=/tmp/a%20b', '/tmp/a b'],
  ['unix:abstract=/tmp/dbus-1,guid=1f', '\0/tmp/dbus-1'],
  ['unix:tmpdir=/tmp', undefined],
  ['tcp:host=localhost,port=1', undefined],
  ['autolaunch:', undefined],
])('reads the socket out of %s', (address, path) => {
  expect(socketPath(address)).toBe(path)
})
