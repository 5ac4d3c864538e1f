import { beforeEach, describe, expect, it } from 'vitest'
import { ok, type Result } from '../../shared/failure'
import type { PackedSnapshot } from '../../shared/contract'
import { packSnapshot } from '../../shared/pack'
import { textFor, type Text } from '../../shared/text'
import type { Locale } from '../../shared/text/locale'
import { FakeBridge } from '../gallery/fake-bridge'
import { english } from '../gallery/words'
import { attempt, step } from '../gallery/sample-steps'
import { ids } from '../gallery/sample-ids'
import { accounts, snapshot } from '../gallery/samples'
import { createMirror, type Mirror } from './mirror'

const [first, second] = accounts
if (!first || !second) throw new Error('The samples are too few.')

/** Lets promises that are settled already take effect. */
const settled = () => new Promise((done) => setTimeout(done))

describe('the mirror', () => {
  let bridge: FakeBridge
  let mirror: Mirror
  const state = () => mirror.store.getState()

  beforeEach(async () => {
    bridge = new FakeBridge(snapshot({ accounts: [first] }))
    mirror = createMirror(bridge, english)
    mirror.start()
    await settled()
  })

  it('begins with a snapshot and follows changes', () => {
    bridge.change({ accounts: [{ ...first, label: 'Renamed' }, second] })
    expect(state().snapshot?.accounts.map((one) => one.label)).toEqual(['Renamed', second.label])
    bridge.change({ goneAccounts: [first.id], keychain: { kind: 'locked' } })
    expect(state().snapshot?.accounts).toEqual([second])
    expect(state().snapshot?.keychain).toEqual({ kind: 'locked' })
  })

  it('keeps what a change does not name as it was', () => {
    const before = state().snapshot
    bridge.change({ keychain: { kind: 'locked' } })
    expect(state().snapshot?.accounts).toBe(before?.accounts)
  })

  it('forgets every account when Latchkey is locked, and asks for them once it is not', async () => {
    const view = attempt(step())
    mirror.show(view)
    bridge.change({ lock: { kind: 'locked', failedTries: 0 } })
    expect(state()).toMatchObject({ snapshot: { accounts: [], servers: [] }, shown: undefined })
    bridge.snapshot = snapshot({ accounts: [second], lock: { kind: 'open' }, rev: 3 })
    bridge.change({ lock: { kind: 'open' } }, 3)
    await settled()
    expect(bridge.inputs('state.snapshot')).toHaveLength(2)
    expect(state().snapshot?.accounts).toEqual([second])
  })

  it('drops a change that it has already', () => {
    bridge.change({ accounts: [{ ...first, label: 'New' }] })
    bridge.change({ accounts: [{ ...first, label: 'Old' }] }, 2)
    expect(state().snapshot?.accounts[0]?.label).toBe('New')
  })

  it('asks for a snapshot when a change is missing', async () => {
    bridge.snapshot = snapshot({ accounts: [second] })
    bridge.change({ accounts: [{ ...first, label: 'Skipped' }] }, 5)
    expect(state().snapshot?.accounts).toEqual([first])
    await settled()
    expect(bridge.inputs('state.snapshot')).toHaveLength(2)
    expect(state().snapshot?.accounts).toEqual([second])
  })

  it('speaks another language once its words and the whole state in it are here, not before', async () => {
    let bring: (text: Text) => void = () => undefined
    const load = (locale: Locale): Text | Promise<Text> =>
      locale === 'en' ? textFor('en') : new Promise((resolve) => (bring = resolve))
    mirror = createMirror(bridge, { first: 'en', load })
    mirror.start()
    await settled()
    bridge.snapshot = { ...snapshot({ accounts: [second] }), locale: 'fi', rev: 1 }
    bridge.change({ locale: 'fi' }, 2)
    bridge.change({ keychain: { kind: 'locked' } }, 3)
    await settled()
    expect(state().words?.text).toBe(textFor('en'))
    expect(state().snapshot).toMatchObject({ locale: 'en', keychain: { kind: 'ready' } })
    bridge.snapshot = { ...bridge.snapshot, rev: 3 }
    bring(textFor('fi'))
    await settled()
    expect(state().words).toEqual({ locale: 'fi', text: textFor('fi') })
    expect(state().snapshot).toMatchObject({ locale: 'fi', accounts: [second] })
  })

  it('has nothing to draw with until the first words are here', async () => {
    const loaded = Promise.resolve(textFor('en'))
    mirror = createMirror(bridge, { first: 'en', load: () => loaded })
    expect(state().words).toBeUndefined()
    await loaded
    await settled()
    expect(state().words?.locale).toBe('en')
  })

  it('ends listening when it is stopped', async () => {
    const other = createMirror(bridge, english)
    const stop = other.start()
    await settled()
    stop()
    bridge.change({ accounts: [second] })
    expect(other.store.getState().snapshot?.rev).toBe(1)
  })
})

describe('changes that come while the snapshot is on its way', () => {
  it('are applied to it in order, and those it holds already are dropped', async () => {
    let give: (answer: Result<PackedSnapshot>) => void = () => undefined
    const bridge = new FakeBridge(snapshot(), {
      'state.snapshot': () => new Promise((resolve) => (give = resolve)),
    })
    const mirror = createMirror(bridge, english)
    mirror.start()
    bridge.change({ accounts: [{ ...first, label: 'at 3' }] }, 3)
    bridge.change({ accounts: [{ ...first, label: 'at 2' }] }, 2)
    bridge.change({ accounts: [{ ...first, label: 'at 1' }] }, 1)
    give(ok(packSnapshot(snapshot({ rev: 1, accounts: [first] }))))
    await settled()
    expect(mirror.store.getState().snapshot).toMatchObject({
      rev: 3,
      accounts: [{ label: 'at 3' }],
    })
  })
})

describe('the attempt on the screen', () => {
  const at = (turn: number, title: string) => attempt(step({ title }), { turn, title })
  let bridge: FakeBridge
  let mirror: Mirror
  const shown = () => mirror.store.getState().shown

  beforeEach(async () => {
    bridge = new FakeBridge(snapshot({ attempts: [at(1, 'first')] }))
    mirror = createMirror(bridge, english)
    mirror.start()
    await settled()
    mirror.show(at(1, 'first'))
  })

  it('takes newer turns, whether they come as an answer or as a change', () => {
    mirror.receive(at(2, 'answered'))
    expect(shown()?.attempt.title).toBe('answered')
    bridge.change({ attempts: [at(3, 'changed')] })
    expect(shown()?.attempt.title).toBe('changed')
  })

  it('drops an answer that was overtaken', () => {
    bridge.change({ attempts: [at(3, 'newer')] })
    mirror.receive(at(2, 'late'))
    expect(shown()?.attempt.title).toBe('newer')
    bridge.change({ attempts: [at(2, 'late')] })
    expect(shown()?.attempt.title).toBe('newer')
    expect(mirror.store.getState().snapshot?.attempts[0]?.title).toBe('newer')
  })

  it('drops an answer for an attempt that is no longer on the screen', () => {
    mirror.receive({ ...at(9, 'foreign'), id: ids.attempt('attempt-2') })
    expect(shown()?.attempt.title).toBe('first')
    mirror.hide()
    mirror.receive(at(9, 'late'))
    expect(shown()).toBeUndefined()
  })

  it('is opened as soon as the main process tells of it', () => {
    const id = ids.attempt('attempt-2')
    mirror.open(id)
    expect(shown()).toBeUndefined()
    bridge.change({ attempts: [{ ...at(1, 'from the tray'), id }] })
    expect(shown()?.attempt.title).toBe('from the tray')
  })

  it('keeps the last screen of a finished attempt that main has already let go', () => {
    const id = ids.attempt('attempt-1')
    bridge.change({ goneAttempts: [id] })
    expect(shown()).toMatchObject({ gone: true, attempt: { title: 'first' } })
    mirror.receive({
      ...at(2, 'finished'),
      phase: { kind: 'done', account: first.id, title: '', text: '', notices: [] },
    })
    expect(shown()).toMatchObject({ gone: true, attempt: { phase: { kind: 'done' } } })
  })
})
