/** The build, made again only when it is not of these very sources. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCommand } from './npm.mjs'
import { inProject, root } from './project.mjs'
import { Stop } from './stop.mjs'

const sources = [
  'src',
  'test',
  'packaging',
  'electron.vite.config.ts',
  'vite.tools.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const outputs = ['out/main', 'out/preload', 'out/renderer', 'out/packages', 'out/tools']

/**
 * A mark of what the files hold, whatever their times: a checkout of an older commit has newer ones.
 *
 * @param {string} folder
 * @param {readonly string[]} paths files and folders below it
 * @returns {string}
 */
export function markOfContents(folder, paths) {
  const hash = createHash('sha256')
  for (const path of filesBelow(folder, paths)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * A mark of which files lie there, to notice that something else wrote there: `npm run dev` builds into
 * the same folders.
 *
 * @param {string} folder
 * @param {readonly string[]} paths
 * @returns {string}
 */
export function markOfTimes(folder, paths) {
  const hash = createHash('sha256')
  for (const path of filesBelow(folder, paths)) {
    const { size, mtimeMs } = statSync(join(folder, path))
    hash.update(`${path}\0${size}\0${mtimeMs}\0`)
  }
  return hash.digest('hex')
}

/**
 * @param {import('./child.mjs').Children} children
 * @param {import('./steps.mjs').Steps} steps
 * @returns {Promise<void>} rejects with a Stop when the build fails
 */
export async function buildWhenNeeded(children, steps) {
  await steps.run('Build', async (say) => {
    const stamp = inProject('out', 'build.json')
    const mark = markOfContents(root, sources)
    if (existsSync(stamp)) {
      const last = JSON.parse(readFileSync(stamp, 'utf8'))
      if (last.sources === mark && last.outputs === markOfTimes(root, outputs)) {
        say('up to date')
        return
      }
    }
    const npm = npmCommand()
    const { code } = await children.run(npm.command, [...npm.args, 'run', 'build'], { cwd: root })
    if (code !== 0) throw new Stop(`npm run build ended with code ${code}; its words stand above.`)
    writeFileSync(stamp, JSON.stringify({ sources: mark, outputs: markOfTimes(root, outputs) }))
  })
}

/**
 * @param {string} folder
 * @param {readonly string[]} paths
 * @returns {readonly string[]} relative to the folder, in a fixed order
 */
function filesBelow(folder, paths) {
  return paths.flatMap((path) => {
    const full = join(folder, path)
    if (!existsSync(full)) return []
    if (!statSync(full).isDirectory()) return [path]
    const names = readdirSync(full).sort()
    return filesBelow(
      folder,
      names.map((name) => `${path}/${name}`),
    )
  })
}
