/**
 * The language that Latchkey speaks now: the one that the person chose, or the system's. Words are
 * asked for at the moment they are said and never kept, so that another choice holds at once.
 */
import type { Settings } from '../shared/settings'
import { formatsFor, textFor, type Formats, type Text } from '../shared/text'
import type { Locale } from '../shared/text/locale'
import { Observed } from './observed'

type Choice = Pick<Settings, 'language'>

export class Language extends Observed<Locale> {
  private known: { readonly locale: Locale; readonly formats: Formats } | undefined

  /** `system` is the best of the system's languages that Latchkey speaks. */
  constructor(settings: Pick<Observed<Choice>, 'value' | 'onChange'>, system: Locale) {
    super(chosen(settings.value, system))
    settings.onChange((choice) => {
      const next = chosen(choice, system)
      if (next !== this.value) this.set(next)
    })
  }

  get text(): Text {
    return textFor(this.value)
  }

  get formats(): Formats {
    const locale = this.value
    if (this.known?.locale !== locale) this.known = { locale, formats: formatsFor(locale) }
    return this.known.formats
  }
}

function chosen({ language }: Choice, system: Locale): Locale {
  return language === 'system' ? system : language
}
