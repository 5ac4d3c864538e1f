/**
 * Tools that bring hundreds of packages, none of which the project needs otherwise: each has a lockfile of
 * its own, lies under out, and runs no install script.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCommand } from './npm.mjs'
import { inProject } from './project.mjs'
import { Stop } from './stop.mjs'

const installLimit = 10 * 60_000

/**
 * Puts a tool where it is used, unless it is there as its lockfile says.
 *
 * @param {import('./child.mjs').Children} children
 * @param {string} from the folder of its package.json and lockfile
 * @param {string} to where it is installed
 * @returns {Promise<'there' | 'installed'>}
 */
export async function installOwnTool(children, from, to) {
  const lock = readFileSync(join(from, 'package-lock.json'), 'utf8')
  const there = join(to, 'package-lock.json')
  const installed = existsSync(join(to, 'node_modules', '.package-lock.json'))
  if (installed && readFileSync(there, 'utf8') === lock) return 'there'
  mkdirSync(to, { recursive: true })
  copyFileSync(join(from, 'package.json'), join(to, 'package.json'))
  copyFileSync(join(from, 'package-lock.json'), there)
  copyFileSync(inProject('.npmrc'), join(to, '.npmrc'))
  const npm = npmCommand()
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: to, timeLimit: installLimit }
  const { code } = await children.run(npm.command, [...npm.args, ...args], options)
  if (code !== 0) throw new Stop(`npm ci ended with code ${code}; its own words stand above.`)
  return 'installed'
}
