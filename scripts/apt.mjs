/** Installing system packages through apt: asked for, or told, never behind the person's back. */
import { existsSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Stop } from './stop.mjs'
import { lookAtMachine, missingNeeds, readDistribution } from './system.mjs'

/**
 * @typedef {object} Person
 * @property {boolean} terminal whether somebody can answer a question
 * @property {boolean} root
 * @property {boolean} sudo whether sudo is installed
 */

/**
 * Who decides about an install.
 *
 * @param {Person & { apt: boolean }} situation
 * @returns {'ask' | 'install' | 'tell'}
 */
export function decideInstall({ apt, terminal, root, sudo }) {
  if (!apt) return 'tell'
  if (terminal) return root || sudo ? 'ask' : 'tell'
  return root ? 'install' : 'tell'
}

/**
 * The commands that install packages, in order.
 *
 * @param {readonly import('./system.mjs').Need[]} missing
 * @param {{ root: boolean, listsEmpty: boolean, distribution: string }} system
 * @returns {readonly (readonly string[])[]} program and arguments each
 */
export function aptCommands(missing, { root, listsEmpty, distribution }) {
  const packages = missing
    .flatMap((need) => need.packages)
    .map((name) => (name === 'chromium' && distribution === 'ubuntu' ? 'chromium-browser' : name))
  const prefix = root ? [] : ['sudo']
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages]
  return [...(listsEmpty ? [[...prefix, 'apt-get', 'update']] : []), [...prefix, ...install]]
}

/**
 * @param {readonly (readonly string[])[]} commands
 * @returns {string} one line for a shell
 */
export function shellLine(commands) {
  return commands.map((words) => words.join(' ')).join(' && ')
}

/**
 * Sees to it that the system has what is wanted.
 *
 * @param {readonly import('./system.mjs').Need[]} wanted
 * @param {import('./child.mjs').Children} children
 * @param {import('./steps.mjs').Steps} steps
 * @returns {Promise<void>} rejects with a Stop that names the exact line when something stays missing
 */
export async function installSystemPackages(wanted, children, steps) {
  if (process.platform !== 'linux' || wanted.length === 0) return
  await steps.run('System packages', async (say) => {
    const look = lookAtMachine()
    const missing = missingNeeds(wanted, look)
    if (missing.length === 0) {
      say('all there')
      return
    }
    const system = {
      root: process.getuid?.() === 0,
      listsEmpty: aptListsEmpty(),
      distribution: readDistribution(),
    }
    const commands = aptCommands(missing, system)
    const decision = decideInstall({
      apt: look.program('apt-get'),
      terminal: Boolean(process.stdin.isTTY && process.stdout.isTTY),
      root: system.root,
      sudo: look.program('sudo'),
    })
    steps.say(`  Missing:\n${missing.map(({ what }) => `  - ${what}`).join('\n')}`)
    if (decision === 'tell' || (decision === 'ask' && !(await agrees(shellLine(commands))))) {
      throw new Stop(wayOut(look.program('apt-get'), missing, shellLine(commands)))
    }
    steps.say(`  ${shellLine(commands)}`)
    await install(commands, children, decision === 'ask')
    const still = missingNeeds(wanted, lookAtMachine())
    if (still.length > 0) {
      throw new Stop(
        `apt-get has run, and this is still missing: ${still.map(({ what }) => what).join('; ')}.`,
      )
    }
    say('installed')
  })
}

/**
 * @param {boolean} apt
 * @param {readonly import('./system.mjs').Need[]} missing
 * @param {string} line
 */
function wayOut(apt, missing, line) {
  if (apt) {
    return `Nothing was installed. Install what is missing with\n\n  ${line}\n\nand run the same command again.`
  }
  const names = missing.flatMap(({ packages }) => packages).join(', ')
  return (
    'Nothing was installed. Install what is missing with the package manager of this system, and run ' +
    `the same command again. Debian calls the packages ${names}; yours may have other names for them.`
  )
}

/**
 * @param {readonly (readonly string[])[]} commands
 * @param {import('./child.mjs').Children} children
 * @param {boolean} interactive whether sudo may ask for a password
 */
async function install(commands, children, interactive) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const [program = '', ...args] of commands) {
    const { code } = await children.run(program, args, { env, interactive })
    if (code !== 0) {
      throw new Stop(
        `${[program, ...args].join(' ')}\nended with code ${code}; its own words stand above. ` +
          'If they say that a package was not found, run apt-get update first.',
      )
    }
  }
}

/**
 * Asks whether a line is to be run. Ctrl+C and Ctrl+D, which close the question, are a no.
 *
 * @param {string} line
 * @param {{ input: NodeJS.ReadableStream, output: NodeJS.WritableStream }} [terminal]
 * @returns {Promise<boolean>}
 */
export function agrees(line, { input, output } = { input: process.stdin, output: process.stdout }) {
  const asked = createInterface({ input, output, terminal: true })
  return new Promise((resolve) => {
    const left = () => {
      output.write('\n')
      resolve(false)
    }
    asked.once('close', left)
    asked.question(`  Install it now with\n    ${line}\n  [y/N] `, (answer) => {
      asked.off('close', left).close()
      resolve(/^y(es)?$/i.test(answer.trim()))
    })
  })
}

function aptListsEmpty() {
  const folder = '/var/lib/apt/lists'
  return !existsSync(folder) || !readdirSync(folder).some((name) => name.includes('_Packages'))
}
