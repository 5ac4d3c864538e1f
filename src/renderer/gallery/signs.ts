/** Selectors of what a scene shows only after a moment, for `untilThere`. */

/** That something runs: shown once it has lasted. */
export const atWork = '.spinner'

/** A question's way to say yes, once it has stood long enough to be read. */
export const answerable = '[role="alertdialog"] .dialog-actions > :last-child:not([aria-disabled])'
