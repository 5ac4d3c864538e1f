// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../shared/failure'
import type { AttemptView } from '../../../shared/flow'
import type { FakeAnswers } from '../../gallery/fake-bridge'
import { attempt, fields, step } from '../../gallery/sample-steps'
import { servers } from '../../gallery/sample-services'
import { account, accounts } from '../../gallery/samples'
import { look } from '../../gallery/trust-scenes'
import {
  captcha,
  ctrl,
  field,
  key,
  known,
  open,
  openCaptcha,
  settle,
  text,
  type,
  words,
} from './quick-rig'

const { shop, second, work } = known
const answerField = () => screen.getByLabelText<HTMLInputElement>(fields.captcha.label)

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 12) })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('an attempt', () => {
  it('asks for what is missing only, and sends the rest along', async () => {
    const { bridge } = await openCaptcha({ 'flow.submit': () => new Promise(() => undefined) })
    expect(screen.queryByLabelText('E-mail')).toBeNull()
    const answer = screen.getByLabelText<HTMLInputElement>(fields.captcha.label)
    expect(document.activeElement).toBe(answer)
    fireEvent.change(answer, { target: { value: '7K3X' } })
    fireEvent.click(screen.getByRole('button', { name: 'Log in' }))
    await settle()
    expect(bridge.inputs('flow.submit')).toMatchObject([
      { values: { email: second.email, captcha: '7K3X' } },
    ])
  })

  it('shows the e-mail after all when just that was wrong', async () => {
    const failed: AttemptView = {
      ...captcha,
      turn: 2,
      failure: { code: 'wrong-credentials', field: 'email' },
    }
    await openCaptcha({ 'flow.submit': () => ok(failed) })
    fireEvent.change(screen.getByLabelText(fields.captcha.label), { target: { value: '7K3X' } })
    fireEvent.click(screen.getByRole('button', { name: 'Log in' }))
    await settle()
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe(second.email)
  })

  it('leaves alone what is typed after a refusal, whatever changes elsewhere', async () => {
    const refused: AttemptView = {
      ...captcha,
      turn: 2,
      failure: { code: 'captcha-wrong', field: fields.captcha.name },
    }
    const { bridge } = await openCaptcha({ 'flow.submit': () => ok(refused) })
    fireEvent.change(answerField(), { target: { value: '7K3X' } })
    fireEvent.click(screen.getByRole('button', { name: 'Log in' }))
    await settle()
    expect(answerField().getAttribute('aria-invalid')).toBe('true')
    expect(answerField().selectionEnd).toBe('7K3X'.length)
    fireEvent.change(answerField(), { target: { value: '12' } })
    await settle()
    act(() => bridge.change({ accounts: [{ ...work, label: 'Work, renamed' }] }))
    await settle()
    expect(answerField().getAttribute('aria-invalid')).toBeNull()
    expect([answerField().selectionStart, answerField().selectionEnd]).toEqual([2, 2])
  })

  it('stays with what is typed when another quick login fails, and says so', async () => {
    await openCaptcha({
      'accounts.quickLogin': ({ account: id }) =>
        id === second.id ? ok({ kind: 'attempt', attempt: captcha.id }) : fail('offline'),
    })
    fireEvent.input(answerField(), { target: { value: '7K' } })
    await key('1', ctrl)
    expect(screen.getByRole('alert').textContent).toContain(text.failures.offline.title)
    expect(screen.getByRole('alert').textContent).toContain(shop.label)
    expect(answerField().value).toBe('7K')
    fireEvent.input(answerField(), { target: { value: '7K3' } })
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('hears no keys beneath a question', async () => {
    const site = servers.find(({ kind }) => kind === 'site')
    const owner = account('account-site', site)
    const untrusted = attempt(step(), {
      ...{ adapter: owner.adapter, server: owner.server, account: owner.id },
      failure: { code: 'tls-untrusted' },
    })
    const { bridge } = await open(
      { 'servers.look': () => ok(look), 'accounts.copyToken': () => ok({ clearsAt: Date.now() }) },
      { attempts: [untrusted], accounts: [owner, ...accounts] },
    )
    act(() => bridge.send('window.goTo', { kind: 'attempt', attempt: untrusted.id }))
    await settle()
    fireEvent.click(screen.getByRole('button', { name: text.trust.look }))
    await settle()
    expect(screen.getByRole('alertdialog')).toBeTruthy()
    await key('c', ctrl)
    await key('Enter', ctrl)
    expect(bridge.inputs('accounts.copyToken')).toEqual([])
    expect(bridge.inputs('window.open')).toEqual([])
  })

  it('holds the window while something is typed, and no longer', async () => {
    const { bridge } = await openCaptcha()
    // Until the quick login had its answer, the window was held too.
    bridge.called.length = 0
    const answer = screen.getByLabelText(fields.captcha.label)
    fireEvent.input(answer, { target: { value: '7' } })
    fireEvent.input(answer, { target: { value: '7K' } })
    expect(bridge.inputs('window.hold')).toEqual([{ held: true }])
    fireEvent.input(answer, { target: { value: '' } })
    expect(bridge.inputs('window.hold')).toEqual([{ held: true }, { held: false }])
    fireEvent.input(answer, { target: { value: 'X' } })
    await key('Escape')
    expect(bridge.inputs('window.hold').at(-1)).toEqual({ held: false })
  })

  describe('that has nothing to type', () => {
    const kept = attempt(step({ ...text.flow.held, step: 'held' }), { account: second.id })
    const denied: AttemptView = { ...kept, turn: 2, failure: { code: 'keychain-denied' } }

    /** Opens it; gives what was told last of whether the window is held. */
    async function openKept(shown: AttemptView, answers: FakeAnswers) {
      const { bridge } = await open(answers, { attempts: [shown] })
      act(() => bridge.send('window.goTo', { kind: 'attempt', attempt: shown.id }))
      await settle()
      return { bridge, told: () => bridge.inputs('window.hold').at(-1) }
    }
    async function press(name: string) {
      fireEvent.click(screen.getByRole('button', { name }))
      await settle()
    }

    it('holds the window while it is sent, as the system may ask, and then says what came of it', async () => {
      let refuse = (): void => undefined
      const { told } = await openKept(kept, {
        'flow.submit': () => new Promise((resolve) => (refuse = () => resolve(ok(denied)))),
      })
      expect(told()).toBeUndefined()
      await press(text.flow.held.submit)
      expect(told()).toEqual({ held: true })
      fireEvent.blur(window)
      refuse()
      await settle()
      expect(told()).toEqual({ held: false })
      expect(screen.getByText(text.failures['keychain-denied'].title)).toBeTruthy()
    })

    it('holds the window while the keychain is unlocked for it, and no longer', async () => {
      let unlocked = (): void => undefined
      const { bridge, told } = await openKept(denied, {
        'keychain.retry': () =>
          new Promise((resolve) => (unlocked = () => resolve(ok({ kind: 'ready' })))),
      })
      await press(text.remedies.keychain)
      expect(bridge.inputs('keychain.retry')).toHaveLength(1)
      expect(told()).toEqual({ held: true })
      unlocked()
      await settle()
      expect(told()).toEqual({ held: false })
    })

    it('holds the window no longer once it is left, whatever still runs', async () => {
      const { told } = await openKept(kept, { 'flow.submit': () => new Promise(() => undefined) })
      await press(text.flow.held.submit)
      expect(told()).toEqual({ held: true })
      await key('Escape')
      expect(told()).toEqual({ held: false })
    })
  })

  it('is left with Escape, to the list as it was', async () => {
    const { bridge } = await openCaptcha()
    await key('Escape')
    expect(bridge.inputs('flow.leave')).toEqual([{ attempt: captcha.id }])
    expect(field().value).toBe('second')
    expect(bridge.inputs('window.close')).toEqual([])
  })

  it('that an account waits in stays when it is left', async () => {
    const waits = attempt(step({ step: 'code', fields: [fields.code] }), { account: work.id })
    const { bridge } = await open(
      { 'accounts.quickLogin': () => ok({ kind: 'attempt', attempt: waits.id }) },
      { attempts: [waits] },
    )
    type('work')
    await key('Enter')
    await key('Escape')
    expect(bridge.inputs('flow.leave')).toEqual([])
  })

  it('stays while the window is away', async () => {
    await openCaptcha()
    fireEvent.blur(window)
    expect(screen.getByLabelText(fields.captcha.label)).toBeTruthy()
  })

  it('is shown when the main process sends the window to it', async () => {
    const { bridge } = await open({}, { attempts: [captcha] })
    act(() => bridge.send('window.goTo', { kind: 'attempt', attempt: captcha.id }))
    await settle()
    expect(screen.getByRole('heading').textContent).toBe('Log in at IPCola')
  })

  it('that succeeds ends with the account active', async () => {
    const done = (notices: AttemptView['phase'] & { kind: 'done' }): AttemptView => ({
      ...captcha,
      turn: 2,
      phase: notices,
    })
    const { bridge } = await openCaptcha()
    act(() =>
      bridge.change({
        attempts: [
          done({
            kind: 'done',
            account: second.id,
            title: 'You are logged in',
            text: '',
            notices: [],
          }),
        ],
        goneAttempts: [captcha.id],
      }),
    )
    await settle()
    expect(screen.getByText(words.active('Second shop'))).toBeTruthy()
    await act(() => vi.advanceTimersByTimeAsync(2_000))
    expect(bridge.inputs('window.close')).toHaveLength(1)
    expect(field().value).toBe('')
  })

  it('that has ended elsewhere says so', async () => {
    const { bridge } = await openCaptcha()
    act(() => bridge.change({ goneAttempts: [captcha.id] }))
    await act(() => vi.advanceTimersByTimeAsync(500))
    expect(screen.getByText(words.ended)).toBeTruthy()
  })
})
