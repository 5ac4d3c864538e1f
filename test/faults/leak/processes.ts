/** What the system shows of the processes that the program has started, to everybody who looks. */
import { readdir, readFile } from 'node:fs/promises'
import type { Place } from './canary'

/**
 * The words and the environment of every process that `pid` has started, itself included, and of those
 * that have left their parent but bear `mark` (a folder that nobody else knows) in either.
 */
export async function processPlaces(pid: number, mark: string): Promise<readonly Place[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const all = await Promise.all(ids.map(readOne))
  const family = new Set([String(pid)])
  for (let before = 0; before !== family.size;) {
    before = family.size
    for (const one of all) if (family.has(one.parent)) family.add(one.id)
  }
  return all
    .filter((one) => family.has(one.id) || one.shown.includes(mark))
    .map(({ id, shown }) => ({ kind: 'process', where: `process ${id}`, content: shown }))
}

interface Seen {
  readonly id: string
  readonly parent: string
  readonly shown: string
}

/** Some have ended meanwhile, others are not ours to look at: what cannot be read shows nothing. */
async function readOne(id: string): Promise<Seen> {
  const read = (name: string): Promise<string> =>
    readFile(`/proc/${id}/${name}`, 'latin1').catch(() => '')
  const [stat, cmdline, environ] = await Promise.all(['stat', 'cmdline', 'environ'].map(read))
  // The name of a process, in brackets, may hold anything; its parent is the second word behind it.
  const parent = stat?.slice(stat.lastIndexOf(')')).split(' ')[2] ?? ''
  return { id, parent, shown: `${cmdline ?? ''}\n${environ ?? ''}` }
}
