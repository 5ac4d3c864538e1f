import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calls, type CallName } from '../../shared/contract'
import { fail, ok } from '../../shared/failure'
import { createLog } from '../log'
import { createDispatcher, type Caller, type Handlers } from './dispatcher'
import { rig } from '../../../test/fakes/program'

const caller: Caller = { windowId: 1, paste: () => undefined }

async function open(change: Partial<Handlers> = {}) {
  const lines: string[] = []
  const { program } = await rig()
  const dispatch = createDispatcher({
    handlers: { ...program.handlers, ...change },
    log: createLog((line) => lines.push(line)),
    checkOutputs: true,
    locked: () => false,
  })
  return { dispatch, lines }
}

describe('the dispatcher', () => {
  it('answers a call', async () => {
    const { dispatch } = await open()
    const snapshot = await dispatch('state.snapshot', {}, caller)
    expect(snapshot).toMatchObject({ ok: true, value: { accounts: { rows: [] } } })
  })

  it('refuses a sender that is not the top frame of an own window', async () => {
    const { dispatch } = await open()
    expect(await dispatch('state.snapshot', {}, undefined)).toEqual(
      fail('unsupported', { detail: 'sender' }),
    )
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'state.nothing', 7, null])(
    'knows no call named %s',
    async (name) => {
      const { dispatch } = await open()
      expect(await dispatch(name, {}, caller)).toEqual(fail('unsupported', { detail: 'call' }))
    },
  )

  it('names the field of a bad input and does not reach the handler', async () => {
    let reached = false
    const { dispatch } = await open({
      'accounts.describe': () => {
        reached = true
        return ok(null)
      },
    })
    const answer = await dispatch(
      'accounts.describe',
      { account: 'x'.repeat(20), label: '' },
      caller,
    )
    expect(answer).toEqual(fail('invalid-input', { field: 'label' }))
    expect(reached).toBe(false)
  })

  it('gives a bug an id that the log bears too, and hides what looks like a secret', async () => {
    const { dispatch, lines } = await open({
      'state.snapshot': () => {
        throw new Error('Bearer abcdefghijkl')
      },
    })
    const answer = await dispatch('state.snapshot', {}, caller)
    const id = answer.ok ? '' : (answer.failure.correlationId ?? '')
    // The id and nothing else: a message could hold what no page may have.
    expect(answer).toEqual(fail('internal', { correlationId: id }))
    expect(id).not.toBe('')
    expect(lines.join()).toContain(id)
    expect(lines.join()).not.toContain('abcdefghijkl')
  })

  it('tells the log which call failed and why, and nothing of what it was given', async () => {
    const { dispatch, lines } = await open()
    const input = { account: 'swordfish-swordfish', label: 'anna' }
    expect(await dispatch('accounts.describe', input, caller)).toEqual(fail('not-found'))
    await dispatch('state.snapshot', {}, caller)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/ info call accounts\.describe failed with not-found after \d+ ms$/)
  })

  it('says internal when a handler gives what the contract does not promise', async () => {
    const broken = (() => ok({ wrong: true })) as unknown as Handlers['state.snapshot']
    const { dispatch } = await open({ 'state.snapshot': broken })
    const answer = await dispatch('state.snapshot', {}, caller)
    expect(answer).toMatchObject({ ok: false, failure: { code: 'internal' } })
  })

  it('gives a result for whatever arrives', async () => {
    const { dispatch, lines } = await open()
    const names = Object.keys(calls) as CallName[]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything(), async (name, input) => {
        const answer = await dispatch(name, input, caller)
        expect(typeof answer.ok).toBe('boolean')
      }),
      { numRuns: 2_000 },
    )
    expect(lines.filter((line) => line.includes(' bug '))).toEqual([])
  })
})
