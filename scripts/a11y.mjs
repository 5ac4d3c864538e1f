/** `npm run test:a11y`, or `npm run test:a11y -- NAME …`: builds if needed, then looks at every screen. */
import { installSystemPackages } from './apt.mjs'
import { buildWhenNeeded } from './build.mjs'
import { runCommand } from './command.mjs'
import { installPackages } from './packages.mjs'
import { built, root } from './project.mjs'
import { Steps } from './steps.mjs'
import { drawing } from './system.mjs'

await runCommand(async (children) => {
  const steps = new Steps(console.log, performance.now.bind(performance))
  await installPackages(children, steps)
  await installSystemPackages(drawing, children, steps)
  await buildWhenNeeded(children, steps)
  const command = [built.a11y, ...process.argv.slice(2)]
  const { code } = await children.run(process.execPath, command, { cwd: root })
  return code
})
