/** What a service says to a request, before any fault. */
export interface Answer {
  readonly status: number
  /** A string is sent as it is; anything else as JSON. */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export function json(body: unknown, status = 200): Answer {
  return { status, body }
}

export function html(body: string, status = 200): Answer {
  return { status, body, headers: { 'content-type': 'text/html; charset=utf-8' } }
}

export function text(body: string, status: number): Answer {
  return { status, body, headers: { 'content-type': 'text/plain; charset=utf-8' } }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `body` with what `edit` makes of the object that holds the last part of `path` (`data.token`). */
export function edited(
  body: unknown,
  path: string,
  edit: (holder: Record<string, unknown>, key: string) => void,
): unknown {
  const copy: unknown = structuredClone(body)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let holder: unknown = copy
  for (const key of keys) holder = isObject(holder) ? holder[key] : undefined
  if (isObject(holder)) edit(holder, last)
  return copy
}

/** `body` without the field at `path`. A body that has no such place is returned as it was. */
export function without(body: unknown, path: string): unknown {
  return edited(body, path, (holder, key) => {
    Reflect.deleteProperty(holder, key)
  })
}

/** `body` with `value` at `path`. A body that has no such place is returned as it was. */
export function withValue(body: unknown, path: string, value: unknown): unknown {
  return edited(body, path, (holder, key) => {
    holder[key] = value
  })
}
