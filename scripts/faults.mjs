/** `npm run test:faults`, or `npm run test:faults -- NAME …`: builds if needed, then breaks things. */
import { installSystemPackages } from './apt.mjs'
import { buildWhenNeeded } from './build.mjs'
import { runCommand } from './command.mjs'
import { installPackages } from './packages.mjs'
import { built, root } from './project.mjs'
import { Steps } from './steps.mjs'
import { needsOfRings } from './system.mjs'

await runCommand(async (children) => {
  const steps = new Steps(console.log, performance.now.bind(performance))
  await installPackages(children, steps)
  // A keyring of their own and Chromium, as the integration ring.
  await installSystemPackages(needsOfRings(['integration'], false), children, steps)
  await buildWhenNeeded(children, steps)
  const command = [built.faults, ...process.argv.slice(2)]
  const { code } = await children.run(process.execPath, command, { cwd: root })
  return code
})
