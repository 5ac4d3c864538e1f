/** What electronegativity finds, held against the answers that docs/security.md gives. */
import { namesIn, tableUnder } from './tables.mjs'

/** @typedef {{ check: string, file: string, line: number }} Finding file below src */
/** @typedef {{ findings: Finding[], errors: { file: string, message: string }[], checks: number }} Report */
/** @typedef {{ check: string, file: string }} Answer */

/**
 * The answers that the page gives, one per check and file.
 *
 * @param {string} page docs/security.md
 * @returns {readonly Answer[]} throws an Error about a row that names no check or no file
 */
export function readAnswers(page) {
  return tableUnder(page, 'What electronegativity finds').rows.flatMap((row) => {
    const checks = namesIn(row['finding'])
    const [file] = namesIn(row['place'])
    if (checks.length === 0 || file === undefined || !row['answer']) {
      throw new Error(`A row lacks a finding, a place or an answer: ${JSON.stringify(row)}`)
    }
    return checks.map((check) => ({ check, file }))
  })
}

/**
 * What is wrong between a report and the answers; nothing where each finding has its answer.
 *
 * @param {Report} report
 * @param {readonly Answer[]} answers
 * @returns {readonly string[]}
 */
export function problemsOf({ findings, errors, checks }, answers) {
  const unread = errors.map(({ file, message }) => `It could not read ${file}: ${message}`)
  const idle = checks < fewestChecks ? [`It ran ${checks} checks, not ${fewestChecks}.`] : []
  const open = findings
    .filter((finding) => !answers.some((answer) => isSame(answer, finding)))
    .map(({ check, file, line }) => `${check} in src/${file}:${line} has no answer.`)
  const idleAnswers = answers
    .filter((answer) => !findings.some((finding) => isSame(answer, finding)))
    .map(({ check, file }) => `${check} in ${file} is answered, but not found any more.`)
  return [...unread, ...idle, ...open, ...idleAnswers]
}

/** Of its 42, all but the one that needs the network. */
const fewestChecks = 41

/**
 * @param {Answer} answer
 * @param {Finding} finding
 */
function isSame(answer, finding) {
  return answer.check === finding.check && answer.file === `src/${finding.file}`
}
