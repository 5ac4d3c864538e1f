import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CopiedSecret, stayMs, type Board } from './copied-secret'

class FakeBoard implements Board {
  forms: Readonly<Record<string, string>> = {}
  write(forms: Readonly<Record<string, string>>): Promise<void> {
    this.forms = forms
    return Promise.resolve()
  }
  readText(): Promise<string> {
    return Promise.resolve(this.forms['text/plain'] ?? '')
  }
  clear(): void {
    this.forms = {}
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a copied secret', () => {
  it.each([
    ['linux', 'x-kde-passwordManagerHint', 'secret'],
    ['mac', 'org.nspasteboard.ConcealedType', ''],
    ['windows', 'ExcludeClipboardContentFromMonitorProcessing', '1'],
  ] as const)('bears the mark of %s, and only that', async (platform, mark, value) => {
    const board = new FakeBoard()
    await new CopiedSecret(board, platform, Date.now).copy('token')
    expect(board.forms).toEqual({
      'text/plain': 'token',
      [`electron application/osclipboard;format="${mark}"`]: value,
    })
  })

  it('is gone after 30 seconds, as was said', async () => {
    const board = new FakeBoard()
    const goneAt = await new CopiedSecret(board, 'linux', Date.now).copy('token')
    expect(goneAt).toBe(Date.now() + 30_000)
    await vi.advanceTimersByTimeAsync(stayMs - 1)
    expect(await board.readText()).toBe('token')
    await vi.advanceTimersByTimeAsync(1)
    expect(board.forms).toEqual({})
  })

  it('is not looked for any more once something else was copied', async () => {
    const board = new FakeBoard()
    await new CopiedSecret(board, 'linux', Date.now).copy('token')
    await board.write({ 'text/plain': 'a shopping list' })
    await vi.advanceTimersByTimeAsync(stayMs)
    expect(await board.readText()).toBe('a shopping list')
  })

  it('stays its whole time, even if another one was copied before', async () => {
    const board = new FakeBoard()
    const copied = new CopiedSecret(board, 'linux', Date.now)
    await copied.copy('first')
    await vi.advanceTimersByTimeAsync(20_000)
    await copied.copy('second')
    await vi.advanceTimersByTimeAsync(29_999)
    expect(await board.readText()).toBe('second')
    await vi.advanceTimersByTimeAsync(1)
    expect(board.forms).toEqual({})
  })

  it('goes at once when the program quits, and what the person copied stays', async () => {
    const board = new FakeBoard()
    const copied = new CopiedSecret(board, 'linux', Date.now)
    await copied.copy('token')
    await copied.clear()
    expect(board.forms).toEqual({})
    await board.write({ 'text/plain': 'token' })
    await copied.clear()
    expect(await board.readText()).toBe('token')
  })

  it('stays where the system does not let it be looked for', async () => {
    const board = new FakeBoard()
    board.readText = () => Promise.reject(new Error('not focused'))
    await new CopiedSecret(board, 'linux', Date.now).copy('token')
    await vi.advanceTimersByTimeAsync(stayMs)
    expect(board.forms['text/plain']).toBe('token')
  })
})
