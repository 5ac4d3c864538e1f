import type { Fact } from '../../../shared/account'
import { writeFact } from '../../../shared/text/fact'
import { useFormats } from '../../stores/context'

/** Writes what a service told in the person's language. */
export function FactValue({ fact }: { fact: Fact }): string {
  return writeFact(fact, useFormats())
}
