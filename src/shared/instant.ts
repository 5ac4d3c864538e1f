/**
 * Moments, in milliseconds since the epoch. Beyond a `Date`'s range a number is none: no page and no
 * command can say it. Such a one comes from another tool, or from a clock or a file gone wrong.
 */
import { z } from 'zod'

/** The furthest that a date can be from the epoch, in milliseconds (ECMAScript, time values). */
export const furthestMs = 8.64e15

/** A moment that must be right, or what bears it is not taken. */
export const instant = z.number().min(-furthestMs).max(furthestMs)

/** A moment in a file of the program's own: one that is none is long ago, and costs nothing but itself. */
export const keptInstant = instant.catch(0)

/** A moment that need not be known, such as the end of a token: one that is none is not known. */
export const knownInstant = instant.optional().catch(undefined)
