/**
 * Why no command can be answered, in one line: what is wrong and the path that it is wrong with. The same
 * line stands in the log, so it is written and read here alone.
 */

/** What a path can have that keeps Latchkey from answering there. */
export type UnsafePlace = 'other-owner' | 'open-to-others' | 'closed-to-us' | 'wrong-kind'

const places: Readonly<Record<string, UnsafePlace>> = {
  'other-owner': 'other-owner',
  'open-to-others': 'open-to-others',
  'closed-to-us': 'closed-to-us',
  'not-a-folder': 'wrong-kind',
  'not-a-socket': 'wrong-kind',
  'not-a-file': 'wrong-kind',
}

/** Writes what is wrong with a path. */
export function scriptsProblemLine(why: { readonly kind: string; readonly path?: string }): string {
  return why.path === undefined ? why.kind : `${why.kind}: ${why.path}`
}

/** Reads it again; undefined for what the system said in words of its own. */
export function readScriptsProblem(
  line: string,
): { readonly kind: UnsafePlace; readonly path: string } | undefined {
  const end = line.indexOf(': ')
  const kind = end < 0 ? undefined : places[line.slice(0, end)]
  return kind && { kind, path: line.slice(end + 2) }
}
