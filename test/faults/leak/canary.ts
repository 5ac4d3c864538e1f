/**
 * Knows every secret of a run, and finds them again. What is shorter than eight characters (the six
 * digits of a second factor, sums in captchas, mistyped codes) would be found everywhere by chance: it
 * counts only in what people and programs read, and only where no letter or digit stands beside it.
 * Sums are not searched at all, which is why runs of the canary use captchas of many characters.
 */
import type { HandedOut, SecretKind } from '../../sandbox/kit/handed-out'
import type { ServiceName } from '../../sandbox/kit/names'
import { formsOf, shortestSearched } from './forms'

export interface Secret {
  readonly text: string
  readonly kind: SecretKind | 'password'
  /** Whose it is: the only service that may be sent it. */
  readonly service: ServiceName
}

/** Something that was searched, and what it is. */
export interface Place {
  /** Such as `page` or `file`; a run must have searched each kind. */
  readonly kind: string
  readonly where: string
  readonly content: Buffer | string
}

export interface Hit {
  readonly secret: Secret
  /** The form in which it was found. */
  readonly form: string
  readonly place: Place
}

interface Pattern {
  readonly form: string
  readonly bytes: Buffer
  /** More than one where services share a secret; empty where a piece tells of none in particular. */
  owners: readonly Secret[]
}

/** Digits by chance stand in numbers and times; fewer than this are no secret worth a search. */
const shortestShort = 4
/** Three bytes decide whether a place is worth a closer look. */
const filterBits = 24

export class Canary {
  private readonly secrets = new Map<string, Secret>()
  private readonly patterns = new Map<number, Pattern[]>()
  private readonly filter = new Uint8Array(1 << filterBits)
  private readonly short: { readonly secret: Secret; readonly found: RegExp }[] = []

  /** Notes what a service hands out; for `startSandbox`. */
  readonly hear = ({ service, kind, text }: HandedOut): void => this.add({ service, kind, text })

  /** Notes a secret; twice is as good as once. */
  add(secret: Secret): void {
    const key = `${secret.service} ${secret.text}`
    if (this.secrets.has(key)) return
    this.secrets.set(key, secret)
    if (secret.text.length < shortestSearched) return this.addShort(secret)
    for (const { name, bytes } of formsOf(secret.text)) this.addPattern(secret, name, bytes)
  }

  get count(): number {
    return this.secrets.size
  }

  /** Secrets that are long enough to be searched for and are not even found in themselves. */
  blind(): readonly Secret[] {
    return [...this.secrets.values()].filter((secret) => {
      const place = { kind: 'secret', where: 'itself', content: secret.text }
      return (
        secret.text.length >= shortestShort &&
        this.search(place).every((hit) => hit.secret !== secret)
      )
    })
  }

  /** Finds secrets in a place; each at most once. */
  search(place: Place): readonly Hit[] {
    const found = new Map<Secret, string>()
    const bytes = typeof place.content === 'string' ? Buffer.from(place.content) : place.content
    const { filter } = this
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      const three = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
      if (filter[three] === 1) this.lookCloser(bytes, at, found)
    }
    if (typeof place.content === 'string') {
      for (const { secret, found: shape } of this.short) {
        if (!found.has(secret) && shape.test(place.content)) found.set(secret, 'as it is')
      }
    }
    return [...found].map(([secret, form]) => ({ secret, form, place }))
  }

  private lookCloser(bytes: Buffer, at: number, found: Map<Secret, string>): void {
    for (const { owners, form, bytes: wanted } of this.patterns.get(bytes.readUInt32LE(at)) ?? []) {
      const there = wanted.equals(bytes.subarray(at, at + wanted.length))
      for (const secret of there ? owners : []) if (!found.has(secret)) found.set(secret, form)
    }
  }

  /** What two different secrets share, such as the head of every JWT, tells of neither of them. */
  private addPattern(secret: Secret, form: string, bytes: Buffer): void {
    const start = bytes.readUInt32LE(0)
    const beside = this.patterns.get(start) ?? []
    const known = beside.find((one) => one.bytes.equals(bytes))
    if (known) {
      const [first] = known.owners
      known.owners = first?.text === secret.text ? [...known.owners, secret] : []
      return
    }
    this.patterns.set(start, [...beside, { form, bytes, owners: [secret] }])
    this.filter[start & 0xffffff] = 1
  }

  private addShort(secret: Secret): void {
    if (secret.text.length < shortestShort) return
    const escaped = secret.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const found = new RegExp(`(?<![0-9A-Za-z.])${escaped}(?![0-9A-Za-z])`)
    this.short.push({ secret, found })
  }
}

/** One sentence on a hit, without the secret itself. */
export function tellHit({ secret, form, place }: Hit): string {
  return `a ${secret.kind} of ${secret.service} was found ${form} in the ${place.kind}: ${place.where}`
}
