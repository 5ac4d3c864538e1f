/**
 * electron-builder's own schema, cut down to what Latchkey's configuration uses: the whole of it is ten
 * times as large, and most of it is about things that are not packed here.
 */

type Json = string | number | boolean | null | readonly Json[] | JsonObject
type JsonObject = { readonly [key in string]: Json }
export interface Schema extends JsonObject {
  readonly properties: JsonObject
  readonly definitions: JsonObject
}

/** The part of a schema that says what these keys may hold, without its prose. */
export function cutSchema(schema: Schema, keys: readonly string[]): Schema {
  const properties = Object.fromEntries(
    keys.map((key) => [key, withoutProse(schema.properties[key] ?? false)]),
  )
  const definitions: Record<string, Json> = {}
  const follow = (value: Json): void => {
    for (const name of referencesIn(value)) {
      if (name in definitions) continue
      const definition = withoutProse(schema.definitions[name] ?? false)
      definitions[name] = definition
      follow(definition)
    }
  }
  follow(properties)
  const sorted = Object.fromEntries(
    Object.keys(definitions)
      .sort()
      .map((name) => [name, definitions[name] ?? false]),
  )
  return { type: 'object', additionalProperties: false, properties, definitions: sorted }
}

function referencesIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string'
      ? [inner.replace('#/definitions/', '')]
      : referencesIn(inner),
  )
}

function withoutProse(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutProse)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      // A setting may be called so, too; then its value is a schema.
      .filter(([key, inner]) => !(key === 'description' && typeof inner === 'string'))
      .filter(([key]) => key !== 'default')
      .map(([key, inner]) => [key, withoutProse(inner)]),
  )
}
