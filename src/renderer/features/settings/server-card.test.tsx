// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/failure'
import { servers } from '../../gallery/sample-services'
import { open, press, text } from './settings-rig'

const [server] = servers
if (!server) throw new Error('The samples have no server')
const withValues = (values: Readonly<Record<string, string>>) => ({
  ...server,
  settings: server.settings.map((one) => ({ ...one, value: values[one.name] ?? one.value })),
})
const path = () => screen.getByLabelText<HTMLInputElement>('Path of the code request')
const method = () => screen.getByLabelText<HTMLSelectElement>('Method of the code request')
const change = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const save = () => press(screen.getByRole('button', { name: text.settings.save }))

/** Saving takes until it is answered. */
const openSlow = async () => {
  let resolveCall: () => void = () => undefined
  const bridge = await open(
    {},
    {
      'servers.configure': () =>
        new Promise((resolve) => {
          resolveCall = () => resolve(ok(server))
        }),
    },
  )
  const answer = () =>
    act(async () => {
      resolveCall()
      await Promise.resolve()
    })
  return { bridge, answer }
}

afterEach(cleanup)

describe('the settings of a server', () => {
  it('are sent, and a wrong one is told at its field, which has the focus each time', async () => {
    const bridge = await open(
      {},
      {
        'servers.configure': () =>
          fail('invalid-input', { field: 'vcodePath', detail: 'It has to begin with a slash.' }),
      },
    )
    change(path(), 'code')
    method().focus()
    await save()
    expect(bridge.inputs('servers.configure')).toEqual([
      { server: server.id, values: { vcodePath: 'code' } },
    ])
    expect(await screen.findByText('It has to begin with a slash.')).toBeTruthy()
    expect(document.activeElement).toBe(path())
    method().focus()
    await save()
    expect(document.activeElement).toBe(path())
  })

  it('that an import changes are shown as they are now, and not undone by saving', async () => {
    const bridge = await open({}, { 'servers.configure': () => ok(server) })
    change(method(), 'GET')
    change(method(), 'POST')
    act(() => bridge.change({ servers: [withValues({ vcodeMethod: 'GET', vcodePath: '/new' })] }))
    expect([method().value, path().value]).toEqual(['GET', '/new'])
    await save()
    expect(bridge.inputs('servers.configure')).toEqual([{ server: server.id, values: {} }])
  })

  it('keep what was typed until it is saved, and what was typed meanwhile', async () => {
    const { bridge, answer } = await openSlow()
    change(path(), ' /typed ')
    act(() => bridge.change({ servers: [withValues({ vcodeMethod: 'GET', vcodePath: '/new' })] }))
    expect([method().value, path().value]).toEqual(['GET', ' /typed '])
    await save()
    change(method(), 'POST')
    act(() => bridge.change({ servers: [withValues({ vcodeMethod: 'GET', vcodePath: '/typed' })] }))
    await answer()
    expect([method().value, path().value]).toEqual(['POST', '/typed'])
    await save()
    expect(bridge.inputs('servers.configure')).toEqual([
      { server: server.id, values: { vcodePath: ' /typed ' } },
      { server: server.id, values: { vcodeMethod: 'POST' } },
    ])
  })

  it('are sent once, however often somebody asks for it meanwhile', async () => {
    const { bridge, answer } = await openSlow()
    change(path(), '/typed')
    await save()
    await save()
    expect(bridge.inputs('servers.configure')).toHaveLength(1)
    await answer()
    change(path(), '/more')
    await save()
    expect(bridge.inputs('servers.configure')).toHaveLength(2)
  })

  it('are as they were after Escape, and only the next one closes the window', async () => {
    const bridge = await open({}, { 'servers.configure': () => fail('disk-failed') })
    const kept = path().value
    const escape = () => act(() => fireEvent.keyDown(path(), { key: 'Escape' }))
    change(path(), '/typed')
    await save()
    expect(screen.getByRole('alert')).toBeTruthy()
    await escape()
    expect([path().value, screen.queryByRole('alert')]).toEqual([kept, null])
    expect(bridge.inputs('window.close')).toEqual([])
    await escape()
    expect(bridge.inputs('window.close')).toHaveLength(1)
  })
})
