import { createHmac, timingSafeEqual } from 'node:crypto'

import type { CloudreveStore } from './store'

// Facts: Cloudreve source pkg/auth/hmac.go. The signature covers the path and the expiry time only.

/** How long an activation link works (Cloudreve source service/user/register.go). */
export const activationSeconds = 24 * 3600

export function activationPath(id: string): string {
  return `/api/v4/user/activate/${id}`
}

/** `<URL-safe base64 of the HMAC, with padding>:<Unix time>` for a path. */
export function signPath(store: CloudreveStore, path: string, lifetimeSeconds: number): string {
  const expires = String(Math.floor(store.clock.now() / 1000) + lifetimeSeconds)
  const sign = mac(store, path, expires)
  store.handOut({ service: 'cloudreve', kind: 'sign', text: sign })
  return `${sign}:${expires}`
}

export function checkSignature(
  store: CloudreveStore,
  path: string,
  sign: string,
): 'good' | 'missing' | 'expired' | 'wrong' {
  const [given = '', expires = ''] = sign.split(':')
  if (!/^\d+$/.test(expires)) return 'missing'
  if (Number(expires) * 1000 < store.clock.now()) return 'expired'
  const right = Buffer.from(mac(store, path, expires))
  const bytes = Buffer.from(given)
  return bytes.length === right.length && timingSafeEqual(bytes, right) ? 'good' : 'wrong'
}

function mac(store: CloudreveStore, path: string, expires: string): string {
  const digest = createHmac('sha256', store.siteSecret)
    .update(`${path}:${expires}`)
    .digest('base64')
  return digest.replaceAll('+', '-').replaceAll('/', '_')
}
