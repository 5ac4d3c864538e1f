/**
 * `npm run electronegativity`: looks through src for what Electron programs do wrong. The tool is old and
 * brings 405 packages, so it is none of the project's: it has a lockfile of its own beside this file, lies
 * under out, and runs no install script. It ends well whatever it finds; this command does not.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { problemsOf, readAnswers } from './findings.mjs'
import { installOwnTool } from './own-tool.mjs'
import { inProject } from './project.mjs'
import { Steps } from './steps.mjs'
import { Stop } from './stop.mjs'

const own = inProject('scripts', 'electronegativity')
const tool = inProject('out', 'electronegativity')
const report = inProject('out', 'reports', 'electronegativity.json')
const scanLimit = 2 * 60_000

await runCommand(async (children) => {
  const steps = new Steps(console.log, performance.now.bind(performance))

  await steps.run('electronegativity', async (say) => {
    say(await installOwnTool(children, own, tool))
  })

  const found = await steps.run('Look through src', async (say) => {
    mkdirSync(inProject('out', 'reports'), { recursive: true })
    rmSync(report, { force: true })
    const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
    // A range such as 45.x makes it give up on every file.
    const electron = packages['node_modules/electron'].version
    const command = [join(own, 'scan.mjs'), tool, inProject('src'), electron, report]
    const options = { cwd: tool, timeLimit: scanLimit }
    const { code } = await children.run(process.execPath, command, options)
    if (code !== 0 || !existsSync(report)) {
      throw new Stop(`electronegativity ended with code ${code}; its own words stand above.`)
    }
    const read = JSON.parse(readFileSync(report, 'utf8'))
    say(`${read.checks} checks, ${read.findings.length} findings`)
    return read
  })

  const answers = readAnswers(readFileSync(inProject('docs', 'security.md'), 'utf8'))
  const problems = problemsOf(found, answers)
  for (const problem of problems) console.error(`! ${problem}`)
  if (problems.length > 0) {
    console.error(
      '\nMend the code, or answer under "What electronegativity finds" in docs/security.md.',
    )
    return 1
  }
  steps.say(`Each finding has its answer in docs/security.md. All took ${steps.total()}.`)
  return 0
})
