/** How many accounts a list in a view of a backup names; the rest is counted. */
export const namedLimit = 100
