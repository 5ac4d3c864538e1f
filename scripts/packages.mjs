/** npm packages: whether node_modules holds what the lockfile names, and the install when it does not. */
import { existsSync, readFileSync } from 'node:fs'
import { npmCommand } from './npm.mjs'
import { inProject, root } from './project.mjs'
import { Stop } from './stop.mjs'

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 */

/** @typedef {{ packages: Record<string, LockEntry> }} Lockfile */
/** @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} Manifest */

/**
 * Whether the lockfile was made from this package.json.
 *
 * @param {Manifest} manifest
 * @param {Lockfile} lock
 * @returns {boolean}
 */
export function lockMatches(manifest, lock) {
  const locked = lock.packages[''] ?? {}
  return (
    sameEntries(manifest.dependencies ?? {}, locked.dependencies ?? {}) &&
    sameEntries(manifest.devDependencies ?? {}, locked.devDependencies ?? {})
  )
}

/**
 * What node_modules lacks of the lockfile. Packages for other systems, which npm leaves out, do not
 * count; what lies there beyond the lockfile harms nobody.
 *
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json, npm's own record
 * @param {(path: string) => boolean} exists whether such a folder is really there
 * @returns {readonly string[]} folders such as `node_modules/react`
 */
export function outdatedPackages(wanted, installed, exists) {
  return Object.entries(wanted.packages)
    .filter(([path, entry]) => {
      if (path === '') return false
      const there = installed.packages[path]
      if (there === undefined) return entry.optional !== true && entry.devOptional !== true
      return there.version !== entry.version || there.integrity !== entry.integrity || !exists(path)
    })
    .map(([path]) => path)
}

/**
 * Installs the npm packages when any is missing or of another version.
 *
 * @param {import('./child.mjs').Children} children
 * @param {import('./steps.mjs').Steps} steps
 * @returns {Promise<void>}
 */
export async function installPackages(children, steps) {
  await steps.run('npm packages', async (say) => {
    const wanted = readJson('package-lock.json')
    const installed = readJson('node_modules', '.package-lock.json')
    const matches = wanted !== undefined && lockMatches(readJson('package.json'), wanted)
    const outdated =
      matches && installed !== undefined
        ? outdatedPackages(wanted, installed, (path) => existsSync(inProject(path)))
        : undefined
    if (outdated?.length === 0) {
      say('all there')
      return
    }
    const clean = !existsSync(inProject('node_modules'))
    const npm = npmCommand()
    const install = matches && clean ? 'ci' : 'install'
    // Development packages are the tools of this very step's successors, also under NODE_ENV=production.
    const args = [install, '--include=dev', '--no-audit', '--no-fund']
    const { code } = await children.run(npm.command, [...npm.args, ...args], { cwd: root })
    if (code !== 0) {
      throw new Stop(
        `npm ${install} ended with code ${code}; its own words stand above. ` +
          'Once that is solved, run the same command again.',
      )
    }
    say(
      clean ? 'installed' : `brought up to date${outdated ? ` (${outdated.length} changed)` : ''}`,
    )
  })
}

/** @param {...string} parts */
function readJson(...parts) {
  const path = inProject(...parts)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

/**
 * @param {Record<string, string>} one
 * @param {Record<string, string>} other
 */
function sameEntries(one, other) {
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  )
}
