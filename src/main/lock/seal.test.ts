import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { accountId } from '../../shared/account'
import { secretLimitBytes, type SecretRef } from '../keychain/keychain'
import { freshKeys, type LockKeys } from './lock-record'
import { Seal } from './seal'

const ref = (account: string, kind: SecretRef['kind'] = 'session'): SecretRef => ({
  account: accountId.parse(account),
  kind,
})
const kim = ref('account-of-kim')

function copyOf({ dataKey, inbox }: LockKeys): LockKeys {
  return {
    dataKey: Buffer.from(dataKey),
    inbox: { publicKey: inbox.publicKey, privateKey: Buffer.from(inbox.privateKey) },
  }
}

function sealed(keys: LockKeys): Seal {
  return new Seal({ kind: 'open', keys: copyOf(keys), writes: 'sealed' })
}

describe('a sealed secret', () => {
  const keys = freshKeys()

  it('is whatever was sealed, for any text, by key and by inbox', () => {
    const locked = new Seal({ kind: 'locked', inbox: keys.inbox.publicKey })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (secret) => {
        for (const seal of [sealed(keys), locked]) {
          const text = seal.write(kim, secret)
          expect(text).toMatch(/^latchkey-sealed:1:(key|inbox):[A-Za-z0-9+/]+=*$/)
          expect(sealed(keys).read(kim, text)).toEqual({ ok: true, value: secret })
        }
      }),
      { numRuns: 200 },
    )
  })

  it('opens for no other account, no other kind, and with no other keys', () => {
    const text = sealed(keys).write(kim, 'token')
    for (const other of [ref('account-of-sam'), ref('account-of-kim', 'password')]) {
      expect(sealed(keys).read(other, text)).toMatchObject({ failure: { code: 'secret-sealed' } })
    }
    expect(sealed(freshKeys()).read(kim, text)).toMatchObject({
      failure: { code: 'secret-sealed' },
    })
  })

  it('is not read while locked, nor once the record of its passphrase is gone', () => {
    const text = sealed(keys).write(kim, 'token')
    const locked = new Seal({ kind: 'locked', inbox: keys.inbox.publicKey })
    expect(locked.read(kim, text)).toMatchObject({ failure: { code: 'latchkey-locked' } })
    const off = new Seal({ kind: 'off' })
    expect(off.read(kim, text)).toMatchObject({ failure: { code: 'secret-sealed' } })
  })

  it('fits the keychain wherever the token does by itself, for tokens as services make them', () => {
    const base64 = (bytes: number): string => randomBytes(bytes).toString('base64url')
    const jwt = `${base64(30)}.${base64(600)}.${base64(64)}`
    const session = JSON.stringify({ v: 1, access: jwt, refresh: jwt, accessExpiresAt: 1 })
    expect(Buffer.byteLength(session)).toBeLessThan(secretLimitBytes)
    expect(sealed(keys).write(kim, session).length).toBeLessThanOrEqual(secretLimitBytes)
  })

  it('leaves no key in memory that is not needed any more', () => {
    const own = copyOf(keys)
    const seal = new Seal({ kind: 'open', keys: own, writes: 'sealed' })
    seal.become({ kind: 'open', keys: own, writes: 'clear' })
    expect(own.dataKey.equals(keys.dataKey)).toBe(true)
    seal.become({ kind: 'locked', inbox: keys.inbox.publicKey })
    expect(own.dataKey.every((octet) => octet === 0)).toBe(true)
    expect(own.inbox.privateKey.every((octet) => octet === 0)).toBe(true)
  })
})
