/** `npm run bench`, or `npm run bench -- NAME …`: builds if needed, then measures. */
import { buildWhenNeeded } from './build.mjs'
import { runCommand } from './command.mjs'
import { installPackages } from './packages.mjs'
import { built, root } from './project.mjs'
import { Steps } from './steps.mjs'

await runCommand(async (children) => {
  const steps = new Steps(console.log, performance.now.bind(performance))
  await installPackages(children, steps)
  await buildWhenNeeded(children, steps)
  const command = [built.bench, ...process.argv.slice(2)]
  const { code } = await children.run(process.execPath, command, { cwd: root })
  return code
})
