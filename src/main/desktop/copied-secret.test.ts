import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CopiedSecret, waylandBoard, type Board, type CopiedSecretOptions } from './copied-secret'

class FakeBoard implements Board {
  forms: Readonly<Record<string, string>> = {}
  writes = 0
  write(forms: Readonly<Record<string, string>>): Promise<void> {
    this.forms = forms
    this.writes += 1
    return Promise.resolve()
  }
  readText(): Promise<string> {
    return Promise.resolve(this.forms['text/plain'] ?? '')
  }
  clear(): void {
    this.forms = {}
  }
  heeds(): boolean {
    return true
  }
}

function rig(platform: CopiedSecretOptions['platform'] = 'linux') {
  const board = new FakeBoard()
  const set = { seconds: 30 }
  const onKept = vi.fn()
  const copied = new CopiedSecret(board, {
    ...{ platform, now: Date.now, onKept },
    seconds: () => set.seconds,
  })
  return { board, set, onKept, copied }
}

/** How long one of Latchkey's windows may take to come in front before the person is told. */
const tellMs = 3_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a copied secret', () => {
  it.each([
    ['linux', { 'x-kde-passwordManagerHint': 'secret' }],
    ['mac', { 'org.nspasteboard.ConcealedType': '1' }],
    [
      'windows',
      {
        ExcludeClipboardContentFromMonitorProcessing: '1',
        CanIncludeInClipboardHistory: '\0\0\0\0',
        CanUploadToCloudClipboard: '\0\0\0\0',
      },
    ],
  ] as const)('bears the marks of %s and only those, all in one write', async (platform, marks) => {
    const { board, copied } = rig(platform)
    await copied.copy('token')
    const native = Object.entries(marks).map(([mark, value]) => [
      `electron application/osclipboard;format="${mark}"`,
      value,
    ])
    expect(board.forms).toEqual({ 'text/plain': 'token', ...Object.fromEntries(native) })
    expect(board.writes).toBe(1)
  })

  it.each([10, 30, 120])('is gone after the %d seconds that are set', async (seconds) => {
    const { board, set, copied, onKept } = rig()
    set.seconds = seconds
    expect(await copied.copy('token')).toBe(Date.now() + seconds * 1000)
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
    expect(await board.readText()).toBe('token')
    await vi.advanceTimersByTimeAsync(1)
    expect(board.forms).toEqual({})
    expect(onKept).not.toHaveBeenCalled()
  })

  it('stays as long as was said when it was copied, whatever is set meanwhile', async () => {
    const { board, set, copied } = rig()
    await copied.copy('token')
    set.seconds = 120
    await vi.advanceTimersByTimeAsync(30_000)
    expect(board.forms).toEqual({})
  })

  it('is not looked for any more once something else was copied', async () => {
    const { board, copied } = rig()
    await copied.copy('token')
    await board.write({ 'text/plain': 'a shopping list' })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await board.readText()).toBe('a shopping list')
  })

  it('stays its whole time, even if another one was copied before', async () => {
    const { board, copied } = rig()
    await copied.copy('first')
    await vi.advanceTimersByTimeAsync(20_000)
    await copied.copy('second')
    await vi.advanceTimersByTimeAsync(29_999)
    expect(await board.readText()).toBe('second')
    await vi.advanceTimersByTimeAsync(1)
    expect(board.forms).toEqual({})
  })

  it('goes at once on locking and quitting, and what the person copied stays', async () => {
    const { board, copied } = rig()
    await copied.copy('token')
    expect(await copied.clear()).toBe(true)
    expect(board.forms).toEqual({})
    await board.write({ 'text/plain': 'token' })
    expect(await copied.clear()).toBe(true)
    expect(await board.readText()).toBe('token')
  })

  it('stays where the system does not let it be looked for, and that is said once', async () => {
    const { copied, onKept } = await rigInBackground()
    await copied.clearOrTell()
    await vi.advanceTimersByTimeAsync(tellMs)
    expect(onKept).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(30_000)
    await copied.clearOrTell()
    await vi.advanceTimersByTimeAsync(tellMs)
    expect(onKept).toHaveBeenCalledOnce()
    expect(await copied.clear()).toBe(false)
    await copied.copy('another')
    await vi.advanceTimersByTimeAsync(30_000 + tellMs)
    expect(onKept).toHaveBeenCalledTimes(2)
  })

  it('that could not be cleared on locking is cleared when its time is up', async () => {
    const { board, copied, comeToFront } = await rigInBackground()
    expect(await copied.clear()).toBe(false)
    comeToFront()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(board.forms).toEqual({})
  })

  it('that could not be cleared when its time was up is cleared on quitting', async () => {
    const { board, copied, comeToFront } = await rigInBackground()
    await vi.advanceTimersByTimeAsync(30_000)
    comeToFront()
    expect(await copied.clear()).toBe(true)
    expect(board.forms).toEqual({})
  })

  it('does not keep Latchkey from quitting where the system does not answer', async () => {
    const { board, copied } = rig()
    await copied.copy('token')
    board.readText = () => new Promise(() => undefined)
    const clearing = copied.clear()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await clearing).toBe(false)
  })

  it('that is on its way when Latchkey quits is cleared as well', async () => {
    const { board, copied } = rig()
    const arrive = holdWrite(board)
    const copying = copied.copy('token')
    const clearing = copied.clear()
    arrive()
    await copying
    expect(await clearing).toBe(true)
    expect(board.forms).toEqual({})
  })

  it('does not take one along that is on its way when its time is up', async () => {
    const { board, copied } = rig()
    await copied.copy('first')
    const arrive = holdWrite(board)
    const copying = copied.copy('second')
    await vi.advanceTimersByTimeAsync(30_000)
    arrive()
    await copying
    await vi.advanceTimersByTimeAsync(29_999)
    expect(await board.readText()).toBe('second')
    await vi.advanceTimersByTimeAsync(1)
    expect(board.forms).toEqual({})
  })

  it('is cleared at its time though another one could not be copied', async () => {
    const { board, copied } = rig()
    await copied.copy('token')
    board.write = () => Promise.reject(new Error('refused'))
    await expect(copied.copy('another')).rejects.toThrow('refused')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(board.forms).toEqual({})
  })

  it('is said to be there where the system does not let it be cleared', async () => {
    const { board, copied, onKept } = rig()
    board.clear = () => undefined
    await copied.copy('token')
    await vi.advanceTimersByTimeAsync(30_000 + tellMs)
    expect(onKept).toHaveBeenCalledOnce()
  })
})

describe('a copied secret under Wayland', () => {
  async function copyThere() {
    const board = new FakeBoard()
    const desktop = { inFront: true }
    const onKept = vi.fn()
    const copied = new CopiedSecret(
      waylandBoard(board, () => desktop.inFront),
      { platform: 'linux', now: Date.now, seconds: () => 30, onKept },
    )
    await copied.copy('token')
    return { board, desktop, onKept, copied }
  }

  /** A lock from a window in front, which goes while the clipboard is read. */
  async function lockInFront() {
    const it = await copyThere()
    const cleared = it.copied.clearOrTell()
    it.desktop.inFront = false
    await cleared
    return it
  }

  it('is replaced, because a desktop would fill an emptied clipboard with it again', async () => {
    const { board, onKept } = await copyThere()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(board.forms).toEqual({ 'text/plain': ' ' })
    expect(onKept).not.toHaveBeenCalled()
  })

  it('keeps its mark where no window is heeded, and goes when one is in front again', async () => {
    const { board, desktop, onKept, copied } = await copyThere()
    const marked = board.forms
    desktop.inFront = false
    await vi.advanceTimersByTimeAsync(30_000 + tellMs)
    expect(board.forms).toBe(marked)
    expect(onKept).toHaveBeenCalledOnce()
    desktop.inFront = true
    await copied.cameToFront()
    expect(board.forms).toEqual({ 'text/plain': ' ' })
  })

  it('is replaced if it can be where a lock takes the windows away meanwhile, and told of', async () => {
    const { board, onKept, copied } = await lockInFront()
    expect(board.forms).toEqual({ 'text/plain': ' ' })
    await vi.advanceTimersByTimeAsync(tellMs)
    expect(onKept).toHaveBeenCalledOnce()
    expect(await copied.clear()).toBe(true)
  })

  it('is not told of where the window that the lock brings comes in front in a moment', async () => {
    const { board, desktop, onKept, copied } = await lockInFront()
    await vi.advanceTimersByTimeAsync(tellMs - 1)
    desktop.inFront = true
    await copied.cameToFront()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(board.forms).toEqual({ 'text/plain': ' ' })
    expect(onKept).not.toHaveBeenCalled()
  })

  it('stays its time, however often a window comes in front', async () => {
    const { board, copied } = await copyThere()
    await copied.cameToFront()
    expect(await board.readText()).toBe('token')
  })
})

/** A copied token, and a system that lets nobody look at the clipboard but the program in front. */
async function rigInBackground() {
  const it = rig()
  const readText = it.board.readText.bind(it.board)
  it.board.readText = () => Promise.reject(new Error('not focused'))
  await it.copied.copy('token')
  return { ...it, comeToFront: () => (it.board.readText = readText) }
}

/** Holds the next write back; gives what lets it arrive. */
function holdWrite(board: FakeBoard): () => void {
  const write = board.write.bind(board)
  let arrive = (): void => undefined
  board.write = (forms) =>
    new Promise<void>((resolve) => {
      arrive = () => resolve(write(forms))
    })
  return () => arrive()
}
