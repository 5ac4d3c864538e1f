/**
 * Times that services tell and that are only shown. One that no calendar has hides itself: whatever
 * writes it in words would throw, and its milliseconds may not even outlast a file of JSON.
 */
import { z } from 'zod'
import { furthestMs } from '../../shared/instant'

/** Seconds since the epoch, whole as in the services' documents; 0 and less is "not told". */
export const shownSeconds = z
  .int()
  .positive()
  .max(furthestMs / 1_000)
  .optional()
  .catch(undefined)

/** Whether there is a date for a time in milliseconds. */
export function hasDate(at: number): boolean {
  return Math.abs(at) <= furthestMs
}
