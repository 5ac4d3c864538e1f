/** The expected ends of a command: an error that is a message to the person, not a bug. */

export class Stop extends Error {
  /**
   * @param {string} message what happened and what to do; shown as it is, without a stack
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message)
    this.name = 'Stop'
    this.exitCode = exitCode
  }
}
