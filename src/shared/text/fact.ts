import type { Fact } from '../account'
import type { Formats } from './format'

/** Writes what a service told about an account, in the person's language. */
export function writeFact({ value }: Fact, formats: Formats): string {
  switch (value.kind) {
    case 'text':
      return formats.words(value.text)
    case 'date':
      return formats.date(value.at)
    case 'bytes':
      return formats.bytes(value.bytes)
    case 'number':
      return formats.number(value.number)
  }
}
