/** The two facts of an account that the tray has room for. */
import type { Fact } from '../../shared/account'
import type { Text } from '../../shared/text'
import { writeFact } from '../../shared/text/fact'
import type { Formats } from '../../shared/text/format'

const room = 2

/** What changes by itself comes first: a balance or the storage in use says more than a name. */
export function trayFacts(facts: readonly Fact[], text: Text, formats: Formats): readonly string[] {
  const used = facts.find(({ key, value }) => key === 'used' && value.kind === 'bytes')
  const total = facts.find(({ key, value }) => key === 'total' && value.kind === 'bytes')
  const pair =
    used && total ? [text.tray.usedOf(writeFact(used, formats), writeFact(total, formats))] : []
  const single = facts.filter((fact) => pair.length === 0 || (fact !== used && fact !== total))
  const line = (fact: Fact): string => text.tray.fact(fact.label, writeFact(fact, formats))
  const live = single.filter(({ value }) => value.kind === 'bytes' || value.kind === 'number')
  const others = single.filter(({ value }) => value.kind === 'text')
  return [...pair, ...live.map(line), ...others.map(line)].slice(0, room)
}
