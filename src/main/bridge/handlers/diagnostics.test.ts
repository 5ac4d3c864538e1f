import { describe, expect, it } from 'vitest'
import { snapshot } from '../../../renderer/gallery/samples'
import { fail, ok } from '../../../shared/failure'
import { diagnosticsHandlers } from './diagnostics'

const nobody = { windowId: 1, paste: () => undefined }

function open() {
  const copied: string[] = []
  let reads = 0
  const handlers = diagnosticsHandlers({
    mirror: { snapshot: () => snapshot() },
    desk: {
      recentLog: () => Promise.resolve([`read ${(reads += 1)} times`]),
      copy: (text) => Promise.resolve(void copied.push(text)),
      showLog: () => undefined,
    },
    now: () => 0,
  })
  const read = async () => {
    const answer = await handlers['diagnostics.read']({}, nobody)
    if (!answer.ok) throw new Error('It could not be read.')
    return answer.value
  }
  return { copied, read, copy: (id: string) => handlers['diagnostics.copy']({ id }, nobody) }
}

describe('diagnostics', () => {
  it('copy the text that was shown, although it would be another one by now', async () => {
    const { copied, read, copy } = open()
    const { id, text } = await read()
    expect(text).toContain('read 1 times')
    expect(await copy(id)).toEqual(ok(null))
    expect(copied).toEqual([text])
  })

  it('copy nothing that nobody is looking at', async () => {
    const { copied, read, copy } = open()
    const { id } = await read()
    await read()
    expect(await copy(id)).toEqual(fail('not-found'))
    expect(await copy('made up')).toEqual(fail('not-found'))
    expect(copied).toEqual([])
  })
})
