import { describe, expect, it } from 'vitest'
import type { Answer, Operation } from './protocol'
import type { PromptEnd } from './secret-prompt'
import type { Look, Sighting } from './secret-service'
import { KeychainWorker, type Keytar } from './worker'

const entry = { service: 'test', name: 'account/session' }
const open: Sighting = {
  kind: 'seen',
  owner: ':1.1',
  collection: 'unlocked',
  entry: 'unlocked',
  lockedPaths: [],
  lockedCopies: [],
}
const empty: Sighting = { ...open, entry: 'none' }
const shut: Sighting = { ...open, collection: 'locked', entry: 'locked', lockedPaths: ['/item'] }

interface Scene {
  /** What is seen at each look; the last one stays. */
  readonly looks?: readonly Look[]
  /** How each prompt ends; the last one stays. */
  readonly unlock?: PromptEnd | readonly PromptEnd[]
  readonly keytar?: Partial<Keytar>
}

function setUp({ looks = [open], unlock = 'granted', keytar = {} }: Scene = {}) {
  const calls: string[] = []
  const left = [...looks]
  const ends = [unlock].flat()
  const called = (name: string) => calls.push(name)
  const real: Keytar = {
    getPassword: () => Promise.resolve('secret'),
    setPassword: () => Promise.resolve(),
    deletePassword: () => Promise.resolve(true),
    ...keytar,
  }
  const worker = new KeychainWorker({
    loadKeytar: () => {
      called('keytar')
      return Promise.resolve(real)
    },
    secretService: {
      look: () => Promise.resolve((left.length > 1 ? left.shift() : left[0]) ?? open),
      unlock: (paths, onPrompt) => {
        called(`unlock ${paths.join()}`)
        onPrompt()
        return Promise.resolve((ends.length > 1 ? ends.shift() : ends[0]) ?? 'granted')
      },
      leavePrompt: () => undefined,
    },
  })
  const perform = (operation: Operation) => worker.perform(operation, () => called('asking'))
  return { perform, calls }
}

const get: Operation = { op: 'get', entry, attended: true }
const set: Operation = { op: 'set', entry, secret: 'secret', attended: true }
const remove: Operation = { op: 'delete', entry, attended: true }
const prepare: Operation = { op: 'prepare-delete', entry, attended: true }

describe('with a Secret Service', () => {
  it('never lets keytar see what is locked when nobody waits', async () => {
    for (const operation of [get, set, remove]) {
      const { perform, calls } = setUp({ looks: [shut] })
      expect(await perform({ ...operation, attended: false })).toEqual({ kind: 'locked' })
      expect(calls).toEqual([])
    }
  })

  it('knows an entry for locked that lies outside the open default collection', async () => {
    const elsewhere: Sighting = { ...shut, collection: 'unlocked' }
    for (const operation of [get, remove]) {
      const { perform, calls } = setUp({ looks: [elsewhere] })
      expect(await perform({ ...operation, attended: false })).toEqual({ kind: 'locked' })
      expect(calls).toEqual([])
    }
  })

  it('unlocks what is needed for a person who waits', async () => {
    const { perform, calls } = setUp({ looks: [shut] })
    expect(await perform(get)).toEqual({ kind: 'value', secret: 'secret' })
    expect(calls).toEqual(['unlock /item', 'asking', 'keytar'])
  })

  it.each<[PromptEnd, Answer]>([
    ['dismissed', { kind: 'denied' }],
    ['failed', { kind: 'stale' }],
  ])('touches nothing when the prompt ends as %s', async (unlock, answer) => {
    const { perform, calls } = setUp({ looks: [shut], unlock })
    expect(await perform(remove)).toEqual(answer)
    expect(calls).not.toContain('keytar')
  })

  it('says missing or deleted at once where all is open and nothing there', async () => {
    const { perform, calls } = setUp({ looks: [empty] })
    expect(await perform(get)).toEqual({ kind: 'missing' })
    expect(await perform(remove)).toEqual({ kind: 'done' })
    expect(calls).toEqual([])
  })

  it.each([
    ['get', get, { getPassword: () => Promise.resolve(null) }],
    ['delete', remove, { deletePassword: () => Promise.resolve(false) }],
  ] as const)(
    'does not believe keytar on %s when the keychain was locked meanwhile',
    async (_, operation, keytar) => {
      const { perform } = setUp({ looks: [open, shut], keytar })
      expect(await perform({ ...operation, attended: false })).toEqual({ kind: 'locked' })
    },
  )

  it('calls deleted what lay open beside a locked default keyring', async () => {
    const gone: Sighting = { ...empty, collection: 'locked', lockedPaths: ['/c'] }
    for (const before of [open, shut]) {
      const { perform, calls } = setUp({ looks: [before, gone] })
      expect(await perform(remove)).toEqual({ kind: 'done' })
      expect(calls).not.toContain('unlock /c')
    }
    const unattended = { ...remove, attended: false }
    expect(await setUp({ looks: [open, gone] }).perform(unattended)).toEqual({ kind: 'done' })
    const keytar = { deletePassword: () => Promise.resolve(false) }
    expect(await setUp({ looks: [open, gone], keytar }).perform(unattended)).toEqual({
      kind: 'locked',
    })
  })

  it('does not call deleted what has a locked copy left', async () => {
    const unattended = { ...remove, attended: false }
    expect(await setUp({ looks: [open, shut] }).perform(unattended)).toEqual({ kind: 'locked' })
  })

  it('does not call deleted what is still there', async () => {
    const { perform } = setUp({ looks: [open, open] })
    expect(await perform(remove)).toMatchObject({ kind: 'unavailable', trouble: 'unknown' })
  })

  it('believes a null of keytar only while all is open', async () => {
    const keytar = { getPassword: () => Promise.resolve(null) }
    expect(await setUp({ looks: [open, empty], keytar }).perform(get)).toEqual({ kind: 'missing' })
  })

  it('wants a fresh process as soon as another daemon answers', async () => {
    const { perform, calls } = setUp({ looks: [open, { ...open, owner: ':1.9' }] })
    await perform(get)
    expect(await perform(get)).toEqual({ kind: 'stale' })
    expect(calls).toEqual(['keytar'])
  })

  it('makes a first collection to write into, and for nothing else', async () => {
    const none: Sighting = { ...empty, collection: 'absent' }
    const { perform, calls } = setUp({ looks: [none] })
    expect(await perform({ ...set, attended: false })).toEqual({ kind: 'locked' })
    expect(await perform(get)).toEqual({ kind: 'locked' })
    expect(await perform(remove)).toEqual({ kind: 'locked' })
    for (const attended of [true, false]) {
      expect(await perform({ op: 'look', attended })).toEqual({ kind: 'done' })
    }
    expect(calls).toEqual([])
    expect(await perform(set)).toEqual({ kind: 'done' })
    expect(calls).toEqual(['unlock ', 'asking', 'keytar'])
  })

  it('reads an entry that lies open beside a locked default collection', async () => {
    const { perform } = setUp({ looks: [{ ...open, collection: 'locked', lockedPaths: ['/c'] }] })
    expect(await perform({ ...get, attended: false })).toEqual({ kind: 'value', secret: 'secret' })
  })

  describe('where another keyring, which is locked, holds a copy', () => {
    const beside: Sighting = { ...open, lockedCopies: ['/copy'] }

    it('reads what is open', async () => {
      const { perform, calls } = setUp({ looks: [beside] })
      expect(await perform({ ...get, attended: false })).toEqual({
        kind: 'value',
        secret: 'secret',
      })
      expect(await perform(get)).toEqual({ kind: 'value', secret: 'secret' })
      expect(calls).toEqual(['keytar', 'keytar'])
    })

    it('deletes nothing while a copy would stay, whether nobody waits or a person refuses', async () => {
      const { perform, calls } = setUp({ looks: [beside], unlock: 'dismissed' })
      expect(await perform({ ...remove, attended: false })).toEqual({ kind: 'copy-locked' })
      expect(calls).toEqual([])
      expect(await perform(remove)).toEqual({ kind: 'copy-locked' })
      expect(calls).toEqual(['unlock /copy', 'asking'])
    })

    it('deletes all of it once a person has unlocked the copy', async () => {
      const { perform, calls } = setUp({ looks: [beside, empty] })
      expect(await perform(remove)).toEqual({ kind: 'done' })
      expect(calls).toEqual(['unlock /copy', 'asking', 'keytar'])
    })

    it.each<PromptEnd>(['dismissed', 'failed'])(
      'says nothing of the keyring in use when the prompt for the copy ends as %s',
      async (end) => {
        const both: Sighting = { ...shut, lockedCopies: ['/copy'] }
        const { perform, calls } = setUp({ looks: [both], unlock: ['granted', end] })
        expect(await perform(remove)).toEqual({ kind: 'copy-locked' })
        expect(calls).toEqual(['unlock /item', 'asking', 'unlock /copy', 'asking'])
      },
    )

    it('prepares a deletion by what the deletion would unlock, and deletes nothing', async () => {
      const { perform, calls } = setUp({ looks: [beside], unlock: ['dismissed', 'granted'] })
      expect(await perform({ ...prepare, attended: false })).toEqual({ kind: 'copy-locked' })
      expect(calls).toEqual([])
      expect(await perform(prepare)).toEqual({ kind: 'copy-locked' })
      expect(await perform(prepare)).toEqual({ kind: 'done' })
      expect(calls).toEqual(['unlock /copy', 'asking', 'unlock /copy', 'asking'])
    })

    it('unlocks for a read no more than it takes', async () => {
      const { perform, calls } = setUp({ looks: [{ ...shut, lockedCopies: ['/copy'] }] })
      await perform(get)
      expect(calls).toEqual(['unlock /item', 'asking', 'keytar'])
    })
  })

  it('passes on why there is no keychain', async () => {
    const { perform } = setUp({ looks: [{ kind: 'trouble', trouble: 'no-session-bus' }] })
    expect(await perform(get)).toEqual({ kind: 'unavailable', trouble: 'no-session-bus' })
  })
})

describe('without a Secret Service', () => {
  const on = (keytar: Keytar) =>
    new KeychainWorker({ loadKeytar: () => Promise.resolve(keytar), secretService: undefined })
  const nothing: Keytar = {
    getPassword: () => Promise.resolve(null),
    setPassword: () => Promise.reject(new Error('User canceled the operation.')),
    deletePassword: () => Promise.resolve(false),
  }

  it('believes keytar, whose systems tell missing from refused', async () => {
    const ask = () => undefined
    expect(await on(nothing).perform(get, ask)).toEqual({ kind: 'missing' })
    expect(await on(nothing).perform(remove, ask)).toEqual({ kind: 'done' })
    expect(await on(nothing).perform(set, ask)).toEqual({ kind: 'denied' })
    expect(await on(nothing).perform({ op: 'look', attended: true }, ask)).toEqual({ kind: 'done' })
  })
})
