import { describe, expect, it } from 'vitest'
import { attributesOf, built, done, failed, newRef, setUp } from './set-up'

describe('a locked keyring', () => {
  it('answers background calls at once and never calls a locked secret missing or deleted', async () => {
    const { keyring, keychain } = await setUp()
    const prompter = await keyring.prompter()
    const ref = newRef()
    await keychain.set(ref, 'still here')
    await keyring.lock()
    const unattended = { unattended: true }
    expect(await keychain.get(ref, unattended)).toEqual(failed('keychain-locked'))
    expect(await keychain.get(newRef(), unattended)).toEqual(failed('keychain-locked'))
    expect(await keychain.set(ref, 'other', unattended)).toEqual(failed('keychain-locked'))
    expect(await keychain.delete(ref, unattended)).toEqual(failed('keychain-locked'))
    expect(await keychain.delete(newRef(), unattended)).toEqual(failed('keychain-locked'))
    expect(keychain.state).toEqual({ kind: 'locked' })
    expect(prompter.shown).toBe(0)
    await keyring.unlock()
    expect(await keychain.get(ref, unattended)).toEqual({ ok: true, value: 'still here' })
    expect(keychain.state).toEqual({ kind: 'ready' })
  })

  it('counts only while it is the one that new secrets go to', async () => {
    const { keyring, keychain } = await setUp()
    const prompter = await keyring.prompter()
    const unattended = { unattended: true }
    await keychain.set(newRef(), 'into the login keyring')
    await keyring.lock()
    await keyring.setDefault('session')
    const ref = newRef()
    expect(await keychain.set(ref, 'into the other', unattended)).toEqual(done)
    expect(await keyring.lookup(attributesOf(ref))).toBe('into the other')
    await keyring.setDefault('login')
    expect(await keychain.set(ref, 'never written', unattended)).toEqual(failed('keychain-locked'))
    expect(prompter.shown).toBe(0)
  })

  it('learns at the start that it is locked, without a prompt', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'locked' })
    const prompter = await keyring.prompter()
    expect(await keychain.retry({ unattended: true })).toEqual({ kind: 'locked' })
    expect(prompter.shown).toBe(0)
  })

  it('asks a person who waits, and goes on when they enter the password', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'locked' })
    const prompter = await keyring.prompter()
    const ref = newRef()
    const write = keychain.set(ref, 'after unlocking')
    await prompter.until('shown', 1)
    expect(keychain.state).toEqual({ kind: 'asking' })
    expect(await keychain.get(ref, { unattended: true })).toEqual(failed('keychain-locked'))
    prompter.answer({ password: keyring.password })
    expect(await write).toEqual(done)
    expect(await keyring.lookup(attributesOf(ref))).toBe('after unlocking')
    expect(keychain.state).toEqual({ kind: 'ready' })
    expect(prompter.shown).toBe(1)
  })

  it.each(['get', 'set', 'delete'] as const)(
    'takes a dismissed prompt for %s as a denial, and does not ask again by itself',
    async (operation) => {
      const { keyring, keychain } = await setUp()
      const prompter = await keyring.prompter()
      const ref = newRef()
      await keychain.set(ref, 'kept')
      await keyring.lock()
      prompter.answer('dismiss')
      const result =
        operation === 'set' ? await keychain.set(ref, 'other') : await keychain[operation](ref)
      expect(result).toEqual(failed('keychain-denied'))
      expect(keychain.state).toEqual({ kind: 'denied' })
      expect(await keychain.get(ref, { unattended: true })).toEqual(failed('keychain-denied'))
      expect(await keychain.retry({ unattended: true })).toEqual({ kind: 'denied' })
      expect(prompter.shown).toBe(1)
      prompter.answer({ password: keyring.password })
      expect(await keychain.retry()).toEqual({ kind: 'ready' })
      expect(prompter.shown).toBe(2)
      expect(await keychain.get(ref)).toEqual({ ok: true, value: 'kept' })
    },
  )

  it('counts as refused when the person stops the asking, until asked again', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'locked' })
    const prompter = await keyring.prompter()
    const write = keychain.set(newRef(), 'never written')
    await prompter.until('shown', 1)
    keychain.stopAsking()
    expect(await write).toEqual(failed('keychain-denied'))
    expect(keychain.state).toEqual({ kind: 'denied' })
  })

  it('stops waiting when the person cancels, whatever they then do with the prompt', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'locked' })
    const prompter = await keyring.prompter()
    const before = built.started.length
    const cancel = new AbortController()
    const write = keychain.set(newRef(), 'never written', { signal: cancel.signal })
    await prompter.until('shown', 1)
    cancel.abort()
    expect(await write).toEqual(failed('cancelled'))
    expect(keychain.state).toEqual({ kind: 'denied' })
    prompter.answer({ password: keyring.password })
    await prompter.until('closed', 1)
    expect(await keyring.isLocked()).toBe(false)
    expect(await keyring.items()).toEqual([])
    expect(await keychain.retry()).toEqual({ kind: 'ready' })
    expect(built.started.length - before).toBe(1)
  })

  it('counts as denied where no program can show a prompt', async () => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    await keychain.set(ref, 'kept')
    await keyring.lock()
    expect(await keychain.get(ref)).toEqual(failed('keychain-denied'))
    expect(await keychain.delete(ref)).toEqual(failed('keychain-denied'))
    await keyring.unlock()
    expect(await keyring.lookup(attributesOf(ref))).toBe('kept')
  })
})
