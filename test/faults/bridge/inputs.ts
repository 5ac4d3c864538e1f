/** Inputs that no page of Latchkey's own sends: wrong shapes, huge, deep, and full of inherited names. */
import fc from 'fast-check'

/** Names that mean something to every object. */
export const inheritedNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  '__lookupSetter__',
  'toJSON',
  'then',
] as const

const hugeText = 'x'.repeat(1_000_000)
const wideRecord = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`key${at}`, 'v']))

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'innermost'
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}
const deep = [
  nested(20_000, (inner) => [inner]),
  nested(20_000, (inner) => ({ account: inner })),
  nested(2_000, (inner) => ({ values: { place: inner } })),
]

/** An object that has a name of its own where others only inherit it, as JSON.parse makes it. */
const named = fc
  .tuple(fc.constantFrom(...inheritedNames), fc.anything({ maxDepth: 1 }))
  .map(([name, value]) => own({}, name, value))

function own(target: object, name: string, value: unknown): object {
  // A list has its length for good.
  if (Object.getOwnPropertyDescriptor(target, name)?.configurable === false) return target
  return Object.defineProperty(target, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

const rare = fc.constantFrom<unknown>(hugeText, wideRecord, [hugeText, hugeText], ...deep)
const odd = fc.constantFrom<unknown>(
  undefined,
  null,
  NaN,
  Infinity,
  -0,
  '',
  '\0',
  '\uD800',
  [],
  {},
  true,
  10n,
  Symbol.iterator,
  () => undefined,
  new Date(0),
  new Map([['account', 'x']]),
  /x/,
  new Proxy({}, {}),
)
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
  withSparseArray: true,
  withObjectString: true,
  maxDepth: 3,
})

const junk = fc.oneof(
  { weight: 8, arbitrary: anything },
  { weight: 6, arbitrary: odd },
  { weight: 4, arbitrary: named },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 700 }) },
  { weight: 1, arbitrary: rare },
)

/** Inputs for one call, of which `sample` is a good one. */
export function inputsAround(sample: object): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: junk },
    { weight: 6, arbitrary: mutated(sample) },
    { weight: 2, arbitrary: inheriting(sample) },
  )
}

/** A good input of which something is replaced, taken away, or added. */
function mutated(sample: object): fc.Arbitrary<unknown> {
  const places = placesIn(sample)
  const added = fc.tuple(
    fc.constantFrom([], ...places.filter((path) => holder(sample, path) !== undefined)),
    fc.oneof(fc.constantFrom(...inheritedNames), fc.string({ maxLength: 80 })),
    junk,
  )
  const more = added.map(([path, name, value]) => {
    const copy = structuredClone(sample)
    own(holder(copy, path) ?? copy, name, value)
    return copy
  })
  if (places.length === 0) return more
  const replaced = fc.tuple(fc.constantFrom(...places), junk).map(([path, value]) => {
    const copy = structuredClone(sample)
    own(holder(copy, path.slice(0, -1)) ?? copy, path.at(-1) ?? '', value)
    return copy
  })
  const missing = fc.constantFrom(...places).map((path) => {
    const copy = structuredClone(sample)
    Reflect.deleteProperty(holder(copy, path.slice(0, -1)) ?? copy, path.at(-1) ?? '')
    return copy
  })
  return fc.oneof(
    { weight: 6, arbitrary: replaced },
    { weight: 1, arbitrary: missing },
    { weight: 4, arbitrary: more },
  )
}

/** What looks like a good input only because of where it comes from. */
function inheriting(sample: object): fc.Arbitrary<unknown> {
  const shapes: readonly (() => unknown)[] = [
    () => Object.create(sample) as unknown,
    () => Object.assign(Object.create(null) as object, sample),
    () => own({}, '__proto__', sample),
    () => [sample],
    () => Object.assign([], sample),
    () => new Map(Object.entries(sample)),
    () => JSON.stringify(sample),
    () => Object.assign(() => undefined, sample),
  ]
  return fc.tuple(fc.constantFrom(...shapes), junk).map(([make, extra]) => {
    const made = make()
    return typeof made === 'object' && made !== null && extra !== undefined
      ? own(made, 'extra', extra)
      : made
  })
}

type Path = readonly string[]

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    [...path, key],
    ...placesIn(inner, [...path, key]),
  ])
}

/** The object at a path, if there is one. */
function holder(whole: object, path: Path): object | undefined {
  let at: unknown = whole
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Reflect.get(at, key)
  }
  return typeof at === 'object' && at !== null ? at : undefined
}
