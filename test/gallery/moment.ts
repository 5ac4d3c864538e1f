/** The moment at which every scene is drawn, so that two runs draw the same. */
export const moment = new Date('2026-03-05T10:24:00Z')
