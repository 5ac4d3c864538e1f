/**
 * `npm run pictures`: draws the pictures of the documents anew, light and dark, with the gallery, which
 * draws the real screens on made-up accounts.
 */
import { copyFileSync, mkdirSync, statSync } from 'node:fs'
import { runCommand } from './command.mjs'
import { npmCommand } from './npm.mjs'
import { inProject, root } from './project.mjs'
import { Steps } from './steps.mjs'
import { Stop } from './stop.mjs'

/** Scenes of the gallery that stand in a document, and what they are called there. */
const pictures = {
  home: 'home',
  'first-start': 'first-start',
  'flow-code': 'code',
  'quick-filtered': 'quick-login',
}
const variants = ['light', 'dark']
/** What a picture may take of everybody's checkout. */
const limit = 200_000

await runCommand(async (children) => {
  const steps = new Steps(console.log, performance.now.bind(performance))
  const npm = npmCommand()
  const scenes = Object.keys(pictures)
  const words = [...scenes, ...variants.flatMap((name) => ['--variant', name])]
  const command = [...npm.args, 'run', '-s', 'gallery', '--', ...words]
  const { code } = await children.run(npm.command, command, { cwd: root })
  if (code !== 0) throw new Stop(`The gallery ended with code ${code}; its own words stand above.`)

  await steps.run('Pictures', async (say) => {
    mkdirSync(inProject('docs', 'pictures'), { recursive: true })
    for (const [scene, name] of Object.entries(pictures)) {
      for (const variant of variants) {
        const drawn = inProject('out', 'gallery', variant, `${scene}.png`)
        const { size } = statSync(drawn)
        if (size > limit) throw new Stop(`${scene} takes ${size} bytes in ${variant}: too many.`)
        copyFileSync(drawn, inProject('docs', 'pictures', `${name}-${variant}.png`))
      }
    }
    say(`${scenes.length} scenes, light and dark, in docs/pictures`)
  })
  return 0
})
