/** Builds if needed, then runs one of the built programs that draw the gallery's screens in Chromium. */
import { installSystemPackages } from './apt.mjs'
import { buildWhenNeeded } from './build.mjs'
import { runCommand } from './command.mjs'
import { installPackages } from './packages.mjs'
import { root } from './project.mjs'
import { Steps } from './steps.mjs'
import { drawing } from './system.mjs'

/**
 * Gives the words of the command line to the program.
 * @param {string} program
 */
export async function draw(program) {
  await runCommand(async (children) => {
    const steps = new Steps(console.log, performance.now.bind(performance))
    await installPackages(children, steps)
    await installSystemPackages(drawing, children, steps)
    await buildWhenNeeded(children, steps)
    const command = [program, ...process.argv.slice(2)]
    const { code } = await children.run(process.execPath, command, { cwd: root })
    return code
  })
}
