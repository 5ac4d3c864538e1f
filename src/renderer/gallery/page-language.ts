/** The language of this page of the gallery, from its address; English where there is none, as in tests. */
import { textFor, type Text } from '../../shared/text'
import { locales, type Locale } from '../../shared/text/locale'
import { pseudo } from './pseudo'

const page = globalThis as { readonly location?: { readonly search: string } }

/** What the page's address asks for. */
export const asked = new URLSearchParams(page.location?.search)

const language = asked.get('lang')

/** What dates and numbers are written in. */
export const locale: Locale = locales.find((one) => one === language) ?? 'en'
export const isPseudo = language === 'pseudo'

/** What is pressed has to be called as it is on the screen. */
export const text: Text = isPseudo ? pseudo(textFor(locale)) : textFor(locale)
