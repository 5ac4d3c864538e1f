import { countingIn } from '../counting'

export const { number, all, plural } = countingIn('en')
