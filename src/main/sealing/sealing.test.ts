import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { open, seal } from './box'
import { collect, freshInbox, leave } from './inbox'
import { deriveKey, freshPassphraseKey, keyBytes, passphraseKeyShape } from './passphrase-key'
import { checkNewPassphrase } from './passphrase-rules'

const content = Buffer.from('a token')

/** Every way to spoil one octet. */
function spoilt(sealed: Buffer): Buffer[] {
  return Array.from(sealed, (octet, at) => {
    const copy = Buffer.from(sealed)
    copy[at] = octet ^ 1
    return copy
  })
}

describe('a box', () => {
  const key = randomBytes(keyBytes)

  it('opens with its key and for its purpose only', () => {
    const sealed = seal(key, content, 'one')
    expect(open(key, sealed, 'one')).toEqual(content)
    expect(open(key, sealed, 'another')).toBeUndefined()
    expect(open(randomBytes(keyBytes), sealed, 'one')).toBeUndefined()
  })

  it('does not open with any octet changed, or cut at any length', () => {
    const sealed = seal(key, content, 'one')
    for (const bad of spoilt(sealed)) expect(open(key, bad, 'one')).toBeUndefined()
    for (let end = 0; end < sealed.length; end += 1) {
      expect(open(key, sealed.subarray(0, end), 'one')).toBeUndefined()
    }
  })

  it('never looks the same twice', () => {
    expect(seal(key, content, 'one').equals(seal(key, content, 'one'))).toBe(false)
  })
})

describe('an inbox', () => {
  const keys = freshInbox()

  it('takes from whoever has the public half, and opens with the private one only', () => {
    const left = leave(keys.publicKey, content, 'one')
    expect(collect(keys, left, 'one')).toEqual(content)
    expect(collect(keys, left, 'another')).toBeUndefined()
    expect(collect(freshInbox(), left, 'one')).toBeUndefined()
  })

  it('does not open with any octet changed, or cut at any length', () => {
    const left = leave(keys.publicKey, content, 'one')
    for (const bad of spoilt(left)) expect(collect(keys, bad, 'one')).toBeUndefined()
    for (let end = 0; end < left.length; end += 1) {
      expect(collect(keys, left.subarray(0, end), 'one')).toBeUndefined()
    }
  })
})

describe('the key of a passphrase', () => {
  it('is the same for the same passphrase and parameters, and for no others', async () => {
    const how = freshPassphraseKey(10)
    const key = await deriveKey('correct horse', how)
    expect(key).toHaveLength(keyBytes)
    expect(await deriveKey('correct horse', how)).toEqual(key)
    expect(await deriveKey('correct horsf', how)).not.toEqual(key)
    expect(await deriveKey('correct horse', freshPassphraseKey(10))).not.toEqual(key)
  })

  it('takes a letter for the same in each way that a keyboard writes it', async () => {
    const how = freshPassphraseKey(10)
    expect(await deriveKey('k\u00e4yt\u00e4v\u00e4', how)).toEqual(
      await deriveKey('ka\u0308yta\u0308va\u0308', how),
    )
  })

  it('is the one that RFC 7914 gives for its example', async () => {
    // Section 12, third vector, cut to this length; its salt is shorter than ours.
    const salt = Buffer.from('SodiumChloride').toString('base64')
    const key = await deriveKey('pleaseletmein', { kind: 'scrypt', log2N: 14, r: 8, p: 1, salt })
    expect(key.toString('hex')).toBe(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
    )
  })

  it('refuses parameters that would take all memory, or none of the work', () => {
    const good = freshPassphraseKey()
    expect(passphraseKeyShape.safeParse(good).success).toBe(true)
    for (const bad of [{ log2N: 30 }, { log2N: 1 }, { r: 1000 }, { p: 100 }, { salt: '' }]) {
      expect(passphraseKeyShape.safeParse({ ...good, ...bad }).success).toBe(false)
    }
  })
})

describe('a new passphrase', () => {
  it.each([
    ['seven77', 'too-short'],
    ['🙂'.repeat(7), 'too-short'],
    ['x'.repeat(513), 'too-long'],
    ['password', 'common'],
    ['Password1', 'common'],
    ['qwertyuiop', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['12345678', 'common'],
  ])('%s is refused: %s', async (passphrase, detail) => {
    const checked = await checkNewPassphrase(passphrase, 'next')
    expect(checked).toEqual({
      ok: false,
      failure: { code: 'invalid-input', field: 'next', detail },
    })
  })

  it.each(['hovgarden', 'correct horse battery staple', '        x y z  ', 'käyttäväni'])(
    '%s is taken, without a digit or sign',
    async (passphrase) => {
      expect((await checkNewPassphrase(passphrase, 'next')).ok).toBe(true)
    },
  )
})
