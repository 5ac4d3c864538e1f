import { en, type Text } from './en'

export const zhHans: Text = en
