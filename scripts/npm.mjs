/** How npm is called: as a Node program, because its Windows launcher cannot be started without a shell. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node path of the running Node
 * @param {(path: string) => boolean} exists
 * @returns {{ command: string, args: readonly string[] }} to be followed by npm's own arguments
 */
export function npmCommand(env = process.env, node = process.execPath, exists = existsSync) {
  const folder = dirname(node)
  const found = [
    // Set by npm for the scripts that it runs.
    env['npm_execpath'],
    join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path !== undefined && path.endsWith('npm-cli.js') && exists(path))
  return found === undefined ? { command: 'npm', args: [] } : { command: node, args: [found] }
}
