import { describe, expect, it } from 'vitest'
import { originOf } from './address'

const words = {
  'not-an-address': 'no address',
  'holds-a-login': 'holds a login',
}

describe('the address of a site', () => {
  it.each([
    ['cloud.example.com', 'https://cloud.example.com'],
    ['  https://cloud.example.com/  ', 'https://cloud.example.com'],
    ['https://Cloud.Example.com/login', 'https://cloud.example.com'],
    ['https://cloud.example.com/api/v4', 'https://cloud.example.com'],
    ['https://cloud.example.com/session?redirect=%2Fhome#x', 'https://cloud.example.com'],
    ['https://cloud.example.com/sub/path/', 'https://cloud.example.com'],
    ['cloud.example.com:8443/home', 'https://cloud.example.com:8443'],
    ['https://cloud.example.com:443', 'https://cloud.example.com'],
    ['//cloud.example.com', 'https://cloud.example.com'],
    ['<https://cloud.example.com>', 'https://cloud.example.com'],
    ['https://dateien.müller.example', 'https://dateien.xn--mller-kva.example'],
    ['192.168.1.7:5212', 'https://192.168.1.7:5212'],
    ['http://localhost:5212', 'http://localhost:5212'],
    ['localhost:5212', 'http://localhost:5212'],
    ['http://127.0.0.1:5212/login', 'http://127.0.0.1:5212'],
    ['https://127.0.0.1:5213', 'https://127.0.0.1:5213'],
    ['http://[::1]:5212', 'http://[::1]:5212'],
    ['http://[::ffff:127.0.0.1]:5212', 'http://[::ffff:7f00:1]:5212'],
    ['http://192.168.1.7:5212/home', 'http://192.168.1.7:5212'],
    ['localhost.example.com', 'https://localhost.example.com'],
    ['127.0.0.1.example.com', 'https://127.0.0.1.example.com'],
  ])('%s leads to %s', (typed, origin) => {
    expect(originOf(typed, words)).toEqual({ ok: true, value: origin })
  })

  it.each([
    ['ftp://cloud.example.com', 'no address'],
    ['javascript://cloud.example.com', 'no address'],
    ['', 'no address'],
    ['https://', 'no address'],
    ['my cloud', 'no address'],
    ['https://me:secret@cloud.example.com', 'holds a login'],
    ['me@cloud.example.com', 'holds a login'],
  ])('%s is refused: %s', (typed, detail) => {
    expect(originOf(typed, words)).toEqual({
      ok: false,
      failure: { code: 'invalid-input', field: 'address', detail },
    })
  })
})
