/**
 * `npm run package`: builds, and packs the program for the system that this runs on, into out/release.
 * `-- --unsigned` packs for trying it out here; `-- --check` only asks electron-builder whether it
 * takes the configuration. It needs Node 22 and the registry, and to pack also Electron's binary.
 */
import { runCommand } from './command.mjs'
import { npmCommand } from './npm.mjs'
import { installOwnTool } from './own-tool.mjs'
import { built, inProject, root } from './project.mjs'
import { Steps } from './steps.mjs'
import { Stop } from './stop.mjs'

const tool = inProject('out', 'electron-builder')
const limit = 30 * 60_000

await runCommand(async (children) => {
  const steps = new Steps(console.log, performance.now.bind(performance))
  const npm = npmCommand()
  await steps.run('Build', async () => {
    const options = { cwd: root, timeLimit: limit }
    const { code } = await children.run(npm.command, [...npm.args, 'run', '-s', 'build'], options)
    if (code !== 0) throw new Stop(`The build ended with code ${code}.`)
  })
  await steps.run('electron-builder', async (say) => {
    say(await installOwnTool(children, inProject('packaging', 'builder'), tool))
  })
  const words = process.argv.slice(2)
  const { code } = await children.run(process.execPath, [built.package, tool, root, ...words], {
    cwd: root,
    timeLimit: limit,
  })
  return code ?? 1
})
