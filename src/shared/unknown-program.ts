/**
 * What a program that asks for a token is called when nobody can tell which it is. It is the name of all
 * such programs at once, so nothing may be allowed to it for good.
 */
export const unknownProgram = 'unknown program'
