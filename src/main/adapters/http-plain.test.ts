import type { LookupAddress } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { plainWay, systemLookUp } from './http-plain'

const url = new URL('http://nas.example:5212')
const four: LookupAddress = { address: '192.168.1.7', family: 4 }
const six: LookupAddress = { address: 'fd00::7', family: 6 }

async function lookup(options: { all?: boolean; family?: number }): Promise<unknown> {
  const way = await plainWay(url, true, () => Promise.resolve([four, six]))
  if (!way.ok) throw new Error(way.failure.code)
  return new Promise((resolve) => {
    way.value('nas.example', options, (error, address, family) =>
      resolve(error ? error.code : [address, family]),
    )
  })
}

describe('the way of a plain connection', () => {
  it('leads to the addresses that were looked at and no others', async () => {
    expect(await lookup({ all: true })).toEqual([[four, six], undefined])
    expect(await lookup({})).toEqual(['192.168.1.7', 4])
    expect(await lookup({ family: 6 })).toEqual(['fd00::7', 6])
  })

  it('is not there where the person has not allowed it', async () => {
    expect(await plainWay(url, false, () => Promise.resolve([four, six]))).toEqual({
      ok: false,
      failure: { code: 'unencrypted-private', detail: 'nas.example:5212' },
    })
  })

  it('is found for an address without asking anybody', async () => {
    expect(await systemLookUp('127.0.0.1')).toEqual([{ address: '127.0.0.1', family: 4 }])
    expect(await plainWay(new URL('http://[::1]:1'), false, systemLookUp)).toMatchObject({
      ok: true,
    })
  })
})
