/** What the rings report, read from the reports of vitest and Playwright, and added up. */

/**
 * @typedef {object} Failure
 * @property {string} title which test, in which file
 * @property {string} detail what it said, in full
 */

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly Failure[]} failures
 */

/**
 * A ring that did not come to an end of its own, or had nothing to run: one failure.
 *
 * @param {string} title
 * @param {string} detail
 * @returns {Result}
 */
export function crashed(title, detail) {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ title, detail }] }
}

/**
 * @typedef {object} VitestReport `--reporter=json`
 * @property {readonly VitestFile[]} testResults
 */

/**
 * @typedef {object} VitestFile
 * @property {string} name its path
 * @property {string} status
 * @property {string} [message]
 * @property {readonly { status: string, fullName: string, failureMessages?: readonly string[] | null }[]} assertionResults
 */

/**
 * A file that fails as a whole (it does not load, a hook throws) counts as one failure, because
 * vitest lists none of its tests as failed.
 *
 * @param {VitestReport} report
 * @returns {Result}
 */
export function readVitest(report) {
  return addUp(
    report.testResults.map(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      const passed = assertionResults.filter((test) => test.status === 'passed').length
      const failures = failed.map((test) => ({
        title: `${name} > ${test.fullName}`,
        detail: (test.failureMessages ?? []).join('\n'),
      }))
      if (status === 'failed' && failed.length === 0) {
        failures.push({ title: name, detail: message ?? 'The file failed as a whole.' })
      }
      return {
        passed,
        failed: failures.length,
        skipped: assertionResults.length - passed - failed.length,
        failures,
      }
    }),
  )
}

/**
 * @typedef {object} PlaywrightReport the `json` reporter
 * @property {readonly PlaywrightSuite[]} suites
 * @property {readonly { message?: string, stack?: string }[]} [errors] of no test: a broken file or configuration
 */

/**
 * @typedef {object} PlaywrightSuite
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly PlaywrightSpec[]} [specs]
 */

/**
 * @typedef {object} PlaywrightSpec
 * @property {string} title
 * @property {string} file
 * @property {number} line
 * @property {readonly PlaywrightTest[]} tests one per project
 */

/**
 * @typedef {object} PlaywrightTest
 * @property {'expected' | 'unexpected' | 'flaky' | 'skipped'} status
 * @property {readonly { errors?: readonly { message?: string, stack?: string }[] }[]} results
 */

/**
 * A flaky test counts as failed: it did fail.
 *
 * @param {PlaywrightReport} report
 * @returns {Result}
 */
export function readPlaywright(report) {
  const tests = report.suites.flatMap(specsOf).flatMap((spec) =>
    spec.tests.map(({ status, results }) => {
      if (status === 'expected') return { passed: 1, failed: 0, skipped: 0, failures: [] }
      if (status === 'skipped') return { passed: 0, failed: 0, skipped: 1, failures: [] }
      const detail = results
        .flatMap(({ errors }) => errors ?? [])
        .map(words)
        .join('\n')
      return crashed(`${spec.file}:${spec.line} > ${spec.title}`, detail)
    }),
  )
  const errors = (report.errors ?? []).map((error) => crashed('Playwright', words(error)))
  return addUp([...tests, ...errors])
}

/**
 * A runner's word against its report: a report without a test, or a bad end after a good report, is a
 * failure of its own.
 *
 * @param {Result} result
 * @param {import('./child.mjs').Outcome} outcome
 * @returns {Result}
 */
export function settle(result, { code, timedOut, output }) {
  const end = timedOut ? 'It ran too long and was stopped.' : `It ended with code ${code}.`
  if (result.passed + result.failed + result.skipped === 0) {
    return crashed('No test was run', `${end}\n${lastLines(output)}`)
  }
  if (code === 0 || (result.failed > 0 && !timedOut)) return result
  return addUp([result, crashed('The run itself', `${end}\n${lastLines(output)}`)])
}

/**
 * @param {readonly Result[]} results
 * @returns {Result}
 */
export function addUp(results) {
  return {
    passed: sum(results.map(({ passed }) => passed)),
    failed: sum(results.map(({ failed }) => failed)),
    skipped: sum(results.map(({ skipped }) => skipped)),
    failures: results.flatMap(({ failures }) => failures),
  }
}

/**
 * @param {Pick<Result, 'passed' | 'failed' | 'skipped'>} result
 * @returns {string} the line that a test run ends with
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {readonly PlaywrightSpec[]}
 */
function specsOf({ suites = [], specs = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

/** @param {{ message?: string, stack?: string }} error */
function words({ message, stack }) {
  return stack ?? message ?? 'It gave no reason.'
}

/** @param {string} output */
function lastLines(output) {
  return output.trimEnd().split('\n').slice(-40).join('\n')
}
