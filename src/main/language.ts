/**
 * The language that Latchkey speaks now: the one that the person chose, or the system's. Words are
 * asked for at the moment they are said and never kept, so that another choice holds at once.
 */
import type { Settings } from '../shared/settings'
import type { Text } from '../shared/text'
import { formatsFor, type Formats } from '../shared/text/format'
import { loadText } from '../shared/text/load'
import type { Locale } from '../shared/text/locale'
import { Observed } from './observed'

type Choice = Pick<Settings, 'language'>

export class Language extends Observed<Locale> {
  private known: { readonly locale: Locale; readonly formats: Formats } | undefined
  /** What is spoken as soon as its words are here. */
  private wanted: Locale

  private constructor(
    locale: Locale,
    private words: Text,
  ) {
    super(locale)
    this.wanted = locale
  }

  /** `system` is the best of the system's languages that Latchkey speaks. */
  static async open(
    settings: Pick<Observed<Choice>, 'value' | 'onChange'>,
    system: Locale,
  ): Promise<Language> {
    const first = chosen(settings.value, system)
    const language = new Language(first, await loadText(first))
    settings.onChange((choice) => void language.follow(chosen(choice, system)))
    return language
  }

  get text(): Text {
    return this.words
  }

  get formats(): Formats {
    const locale = this.value
    if (this.known?.locale !== locale) this.known = { locale, formats: formatsFor(locale) }
    return this.known.formats
  }

  private async follow(next: Locale): Promise<void> {
    if (next === this.wanted) return
    this.wanted = next
    const words = await loadText(next)
    // The person may have chosen again meanwhile, and what is spoken already.
    if (next !== this.wanted || next === this.value) return
    this.words = words
    this.set(next)
  }
}

function chosen({ language }: Choice, system: Locale): Locale {
  return language === 'system' ? system : language
}
