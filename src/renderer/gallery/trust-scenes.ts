/** What a person may allow for a site of their own: the questions, and where it is shown afterwards. */
import { fail, ok } from '../../shared/failure'
import type { CertificateLook, Fingerprint, SiteTrust } from '../../shared/site-trust'
import { ids } from './sample-ids'
import { servers } from './sample-services'
import { accounts, snapshot } from './samples'
import type { Scene } from './scenes'
import { answerable } from './signs'
import { text } from './page-language'

const day = 24 * 3_600_000
const now = Date.now()

/** Brands a made-up fingerprint, here only. */
const print = (seed: number): Fingerprint =>
  Array.from({ length: 32 }, (_, index) =>
    ((index * 37 + seed * 101) % 256).toString(16).padStart(2, '0').toUpperCase(),
  ).join(':') as Fingerprint

/** For the gallery and for tests. */
export const look: CertificateLook = {
  host: 'nas.example.org:8443',
  problems: [{ kind: 'self-signed' }, { kind: 'expired' }, { kind: 'other-host' }],
  certificate: {
    subject: 'O=Home, CN=storage',
    issuer: 'O=Home, CN=storage',
    names: ['storage', 'storage.local', '192.168.1.20'],
    validFrom: now - 400 * day,
    validTo: now - 35 * day,
    fingerprint: print(1),
  },
}

const since = now - 80 * day
const certificateTrust: SiteTrust = {
  kind: 'certificate',
  certificate: { ...look.certificate, validTo: now + 300 * day },
  since,
}

function withTrust(trust: SiteTrust): Scene['snapshot'] {
  return snapshot({
    servers: servers.map((server) =>
      server.kind === 'site' ? { ...server, trust, name: 'Home cloud' } : server,
    ),
    accounts: accounts.map((account) =>
      account.id === ids.account('account-cloudreve-1')
        ? { ...account, state: 'unreachable', failure: { code: 'tls-untrusted' } }
        : account,
    ),
  })
}

const adding: Scene = {
  snapshot: snapshot({ servers: servers.slice(0, 3), accounts: accounts.slice(0, 3) }),
  place: { kind: 'add', adapter: ids.adapter('cloudreve') },
  typeInto: [text.add.addressLabel, 'nas.example.org:8443'],
  press: [text.add.addressSubmit],
}

export const trustScenes: Readonly<Record<string, Scene>> = {
  'trust-certificate': {
    ...adding,
    answers: {
      'servers.add': () => fail('tls-untrusted', { field: 'address' }),
      'servers.look': () => ok(look),
    },
    untilThere: answerable,
  },
  'trust-certificate-changed': {
    snapshot: withTrust(certificateTrust),
    place: { kind: 'account', account: ids.account('account-cloudreve-1') },
    answers: {
      'servers.look': () =>
        ok({
          ...look,
          problems: [{ kind: 'self-signed' }],
          certificate: { ...look.certificate, validTo: now + 700 * day, fingerprint: print(2) },
        }),
    },
    press: [text.trust.look],
    untilThere: answerable,
  },
  'trust-plain-http': {
    ...adding,
    typeInto: [text.add.addressLabel, 'http://nas.local:5212'],
    answers: {
      'servers.add': () =>
        fail('unencrypted-private', { field: 'address', detail: 'nas.local:5212' }),
    },
    untilThere: answerable,
  },
  'trust-refused': {
    ...adding,
    typeInto: [text.add.addressLabel, 'http://cloud.example.org'],
    answers: {
      'servers.add': () =>
        fail('unencrypted-public', { field: 'address', detail: 'cloud.example.org' }),
    },
  },
  'trust-failed-account': {
    snapshot: withTrust(certificateTrust),
    place: { kind: 'account', account: ids.account('account-cloudreve-1') },
  },
  'trust-in-settings': {
    snapshot: withTrust(certificateTrust),
    window: 'settings',
    subject: { selector: '.server-trust' },
  },
  'trust-http-in-settings': {
    snapshot: withTrust({ kind: 'plain-http', since }),
    window: 'settings',
    subject: { selector: '.server-trust' },
  },
}
