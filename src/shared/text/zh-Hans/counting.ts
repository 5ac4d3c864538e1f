import { countingIn } from '../counting'

/** Chinese has one form for every number, so nothing here asks for a plural. */
export const { number, all } = countingIn('zh-Hans')
