import { fact } from '../../shared/account-parts'

/** A fact as it is kept: without its label, which follows the language. */
export const factValue = fact.pick({ key: true, value: true })
