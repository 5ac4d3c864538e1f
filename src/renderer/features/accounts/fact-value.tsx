import type { Fact } from '../../../shared/account'
import { useFormats } from '../../stores/context'

/** Writes what a service told in the person's language. */
export function FactValue({ fact }: { fact: Fact }): string {
  const formats = useFormats()
  const { value } = fact
  switch (value.kind) {
    case 'text':
      return value.text
    case 'date':
      return formats.date(value.at)
    case 'bytes':
      return formats.bytes(value.bytes)
    case 'number':
      return formats.number(value.number)
  }
}
