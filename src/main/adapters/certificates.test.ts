import tls from 'node:tls'
import { describe, expect, it } from 'vitest'
import { trustSystemCertificates, trustedCertificates } from './certificates'

/** What Node's tls module does from 22.19 on, with made-up certificates. */
function newerNode(known: readonly string[], system: readonly string[]) {
  let current = known
  return {
    getCACertificates: (kind: 'default' | 'system') => (kind === 'system' ? system : current),
    setDefaultCACertificates: (certificates: readonly string[]) => {
      current = certificates
    },
  }
}

describe('trustSystemCertificates', () => {
  it("puts the system's certificates beside Node's, each once", () => {
    const node = newerNode(['a', 'b'], ['b', 'c'])
    expect(trustSystemCertificates(node)).toEqual({ kind: 'system', added: 1 })
    expect(node.getCACertificates('default')).toEqual(['a', 'b', 'c'])
    expect(trustSystemCertificates(node)).toEqual({ kind: 'system', added: 0 })
  })

  it('leaves a Node that cannot as it is, and says so', () => {
    expect(trustSystemCertificates({})).toEqual({ kind: 'node-only' })
  })

  it('takes the Node that runs', () => {
    const able = 'setDefaultCACertificates' in tls
    expect(trustSystemCertificates().kind).toBe(able ? 'system' : 'node-only')
  })
})

describe('trustedCertificates', () => {
  it("keeps the process's certificates", () => {
    expect(trustedCertificates(['own'], newerNode(['a'], []))).toEqual(['a', 'own'])
    expect(trustedCertificates(['own'], {})).toEqual([...tls.rootCertificates, 'own'])
  })
})
