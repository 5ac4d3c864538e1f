import { en, type Text } from './en'

export const fi: Text = en
