import { describe, expect, it } from 'vitest'
import type { SecretRef } from '../../../src/main/keychain/keychain'
import { attributesOf, built, done, failed, newRef, service, setUp } from './set-up'

describe('an unlocked keyring', () => {
  it('keeps a secret that another program reads back, under a label that people understand', async () => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    expect(await keychain.set(ref, 'tökén 🔑 "x"\n')).toEqual(done)
    expect(await keyring.lookup(attributesOf(ref))).toBe('tökén 🔑 "x"\n')
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'tökén 🔑 "x"\n' })
    const [item] = await keyring.items()
    expect(item?.label).toBe(`${service}/${ref.account}/session`)
    expect(keychain.state).toEqual({ kind: 'ready' })
  })

  it('keeps kinds apart, replaces, and deletes for good', async () => {
    const { keyring, keychain } = await setUp()
    const session = newRef()
    const password: SecretRef = { ...session, kind: 'password' }
    await keychain.set(session, 'one')
    await keychain.set(password, 'two')
    await keychain.set(session, 'three')
    expect(await keychain.get(password)).toEqual({ ok: true, value: 'two' })
    expect(await keyring.items()).toHaveLength(2)
    expect(await keychain.delete(session)).toEqual(done)
    expect(await keychain.delete(session)).toEqual(done)
    expect(await keychain.get(session)).toEqual(failed('secret-missing'))
    expect(await keyring.lookup(attributesOf(session))).toBeUndefined()
    expect(await keyring.lookup(attributesOf(password))).toBe('two')
  })

  it.each([
    ['1 byte', 'x'],
    ['2,500 bytes', 'x'.repeat(2500)],
    ['2,500 bytes of longer characters', 'ü'.repeat(1250)],
  ])('gives back %s as given', async (_, secret) => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    expect(await keychain.set(ref, secret)).toEqual(done)
    expect(await keychain.get(ref)).toEqual({ ok: true, value: secret })
    expect(await keyring.lookup(attributesOf(ref))).toBe(secret)
  })

  it.each([
    ['secret-too-large', 'x'.repeat(2501)],
    ['secret-too-large', `${'ü'.repeat(1250)}x`],
    ['invalid-input', 'a\0b'],
    ['invalid-input', ''],
    ['invalid-input', '\ud800'],
  ])('refuses with %s what some keychain would spoil', async (code, secret) => {
    const { keyring, keychain } = await setUp()
    expect(await keychain.set(newRef(), secret)).toEqual(failed(code))
    expect(await keyring.items()).toEqual([])
  })

  it('does calls in the order in which they came', async () => {
    const { keychain } = await setUp()
    const ref = newRef()
    const results = await Promise.all([
      keychain.set(ref, 'first'),
      keychain.get(ref),
      keychain.set(ref, 'second'),
      keychain.get(ref),
      keychain.delete(ref),
      keychain.get(ref),
    ])
    expect(results).toEqual([
      done,
      { ok: true, value: 'first' },
      done,
      { ok: true, value: 'second' },
      done,
      failed('secret-missing'),
    ])
  })

  it('reads five hundred secrets at a stroke through one process', async () => {
    const { keychain } = await setUp()
    const before = built.started.length
    const refs = Array.from({ length: 500 }, () => newRef())
    await keychain.set(refs[0] ?? newRef(), 'x'.repeat(900))
    const results = await Promise.all(refs.map((ref) => keychain.get(ref, { unattended: true })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(built.started.length - before).toBe(1)
  })

  it('leaves nothing running when it is closed, and finishes the writes under way', async () => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    await keychain.get(ref)
    const child = built.started.at(-1)
    const write = keychain.set(ref, 'last words')
    await keychain.close()
    expect(await write).toEqual(done)
    expect(await keyring.lookup(attributesOf(ref))).toBe('last words')
    expect(child?.exitCode ?? child?.signalCode).not.toBeNull()
    expect(await keychain.get(ref)).toEqual(failed('cancelled'))
  })
})
