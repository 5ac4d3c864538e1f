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

afterEach(cleanup)

describe('the settings of a server', () => {
  it('are sent, and a wrong one is told at its field', async () => {
    const bridge = await open(
      {},
      {
        'servers.configure': () =>
          fail('invalid-input', { field: 'vcodePath', detail: 'It has to begin with a slash.' }),
      },
    )
    change(path(), 'code')
    await save()
    expect(bridge.inputs('servers.configure')).toEqual([
      { server: server.id, values: { vcodePath: 'code' } },
    ])
    expect(await screen.findByText('It has to begin with a slash.')).toBeTruthy()
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
    let answer: () => void = () => undefined
    const bridge = await open(
      {},
      {
        'servers.configure': () =>
          new Promise((resolve) => {
            answer = () => resolve(ok(server))
          }),
      },
    )
    change(path(), ' /typed ')
    act(() => bridge.change({ servers: [withValues({ vcodeMethod: 'GET', vcodePath: '/new' })] }))
    expect([method().value, path().value]).toEqual(['GET', ' /typed '])
    await save()
    change(method(), 'POST')
    act(() => bridge.change({ servers: [withValues({ vcodeMethod: 'GET', vcodePath: '/typed' })] }))
    await act(async () => {
      answer()
      await Promise.resolve()
    })
    expect([method().value, path().value]).toEqual(['POST', '/typed'])
    await save()
    expect(bridge.inputs('servers.configure')).toEqual([
      { server: server.id, values: { vcodePath: ' /typed ' } },
      { server: server.id, values: { vcodeMethod: 'POST' } },
    ])
  })
})
