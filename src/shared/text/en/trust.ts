import type { CertificateProblem, SiteTrust } from '../../site-trust'

/** Why a certificate is not trusted; `date` is when it runs out or begins, `host` where it was shown. */
function problem(found: CertificateProblem, date: string, host: string): string {
  switch (found.kind) {
    case 'self-signed':
      return 'It vouches for itself: no certificate authority stands behind it.'
    case 'unknown-authority':
      return 'Your system does not know the authority that issued it.'
    case 'expired':
      return `It ran out on ${date}.`
    case 'not-valid-yet':
      return `It is valid from ${date} on. If that has passed, look at this computer’s clock.`
    case 'other-host':
      return `It is for other names than ${host}.`
    case 'other':
      return `The check of it failed: ${found.code}.`
  }
}

const allowed: Readonly<
  Record<SiteTrust['kind'], { title: string; text: (since: string) => string; end: string }>
> = {
  certificate: {
    title: 'Certificate trusted by you',
    text: (since) =>
      `Since ${since}, for this site only. Your system does not vouch for it; any other certificate is refused unless your system does.`,
    end: 'Stop trusting',
  },
  'plain-http': {
    title: 'Not encrypted',
    text: (since) =>
      `You allowed it on ${since}, while the site is in your own network. Others there can read passwords and tokens on their way.`,
    end: 'Stop allowing it',
  },
}

/** What a person may allow for a site of their own. */
export const trust = {
  look: 'Look at the certificate',
  looking: 'Looking…',
  decide: 'Allow http for this site…',
  inOrder: 'Your system trusts this certificate now. Try again.',
  allowed,
  given: {
    certificate: (site: string) => `The certificate of ${site} is trusted now. Try again.`,
    'plain-http': (site: string) => `${site} may be used without encryption now. Try again.`,
  },
  ended: {
    certificate: (site: string) => `The certificate of ${site} is no longer trusted.`,
    'plain-http': (site: string) => `${site} may no longer be used without encryption.`,
  },
  facts: {
    subject: 'For',
    names: 'Names in it',
    issuer: 'Issued by',
    valid: 'Valid',
    span: (from: string, to: string) => `${from} to ${to}`,
    fingerprint: 'SHA-256 fingerprint',
    before: 'Trusted until now',
    none: 'None',
  },
  certificate: {
    title: (host: string) => `The certificate of ${host} is not trusted`,
    text: 'Nothing was sent yet. Somebody between you and the server could be showing their own certificate in its place.',
    changed: (since: string) =>
      `It is not the one that you have trusted since ${since}. That is to be expected after a renewal, and only then.`,
    problems: 'What is wrong with it',
    problem,
    advice:
      'Trust it only if the fingerprint is the one that the server itself has: look there, or ask who runs it. It is then accepted for this site only, until you take that back.',
    confirm: (host: string) => `Trust this certificate for ${host}`,
    cancel: 'Do not trust',
  },
  plainHttp: {
    title: (host: string) => `Use ${host} without encryption?`,
    text: 'This address begins with http: nothing on the way to it is encrypted. Nothing was sent yet.',
    readers: 'Who could read and change everything that passes:',
    reads: [
      'everybody in the same network, such as guests in your Wi-Fi',
      'every device there that somebody else controls',
    ],
    what: 'That is your password, your tokens and your files. With a token they can do what you can.',
    advice:
      'It is better to give the site https; a certificate of its own is enough. Latchkey uses http only while the address leads into your own network, and checks that each time.',
    confirm: 'Use it without encryption',
    cancel: 'Do not use it',
  },
}
