/**
 * Electron's binary. It is no part of the npm package: it is fetched from the project's releases, and
 * networks that do not allow that are common, so its absence is a fact here and never an error.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, root } from './project.mjs'

/** 110 MB or so, on a slow line. */
const fetchLimit = 4 * 60_000
const startLimit = 30_000

/**
 * Where the binary should be, by the rules of electron/index.js.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder the package's folder
 * @returns {string | undefined} undefined when it is not there
 */
export function findElectron(env = process.env, folder = inProject('node_modules', 'electron')) {
  const note = join(folder, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8') : undefined
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (name === undefined && !override) return undefined
  const binary = join(override || join(folder, 'dist'), name ?? 'electron')
  return existsSync(binary) ? binary : undefined
}

/**
 * Looks for Electron, and fetches it when it is not there.
 *
 * @param {import('./child.mjs').Children} children
 * @param {import('./steps.mjs').Steps} steps
 * @returns {Promise<string | undefined>} the binary's path, if it is there and starts on this machine
 */
export function prepareElectron(children, steps) {
  return steps.run('Electron', async (say) => {
    const fetched = findElectron() === undefined
    if (fetched) {
      const installer = inProject('node_modules', 'electron', 'install.js')
      const { code, timedOut, output } = await children.run(process.execPath, [installer], {
        cwd: root,
        output: 'keep',
        timeLimit: fetchLimit,
      })
      if (code !== 0) {
        const reason = timedOut ? `no end after ${fetchLimit / 60_000} minutes` : firstLine(output)
        say(`its binary is not here and could not be fetched (${reason})`)
        return undefined
      }
    }
    const binary = findElectron()
    const problem = binary === undefined ? 'no binary' : await startProblem(children, binary)
    if (problem !== undefined) {
      say(`its binary does not start here (${problem})`)
      return undefined
    }
    say(fetched ? 'fetched' : 'there')
    return binary
  })
}

/**
 * Lets the binary run one line as plain Node, which fails for want of a system library and needs neither
 * display nor sandbox.
 *
 * @param {import('./child.mjs').Children} children
 * @param {string} binary
 */
async function startProblem(children, binary) {
  const { code, output } = await children.run(binary, ['-e', ''], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    output: 'keep',
    timeLimit: startLimit,
  })
  return code === 0 ? undefined : firstLine(output) || `exit code ${code}`
}

/** @param {string} output */
function firstLine(output) {
  return output.trim().split('\n')[0] ?? ''
}
