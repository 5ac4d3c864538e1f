/**
 * What has to come from the operating system on Linux: which parts are missing (needs), and how the
 * person gets them. Elsewhere the system brings its keychain along.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findChromium } from './chromium.mjs'

/**
 * How to look at the machine; tests look at one of their own.
 *
 * @typedef {object} Look
 * @property {(name: string) => boolean} program whether it is on the path
 * @property {(name: string) => boolean} library whether the loader has such a file
 * @property {() => boolean} chromium
 * @property {() => boolean} fonts whether there is any font to draw text with
 */

/**
 * @typedef {object} Need
 * @property {string} what for the person
 * @property {readonly string[]} packages Debian's names
 * @property {(look: Look) => boolean} met
 */

/** @satisfies {Record<string, Need>} */
export const needs = {
  libsecret: {
    what: 'libsecret, through which keytar speaks to the keyring',
    packages: ['libsecret-1-0'],
    met: (look) => look.library('libsecret-1.so.0'),
  },
  chromium: {
    what: 'Chromium, on which the Chromium host draws the windows',
    packages: ['chromium'],
    met: (look) => look.chromium(),
  },
  fonts: {
    what: 'a font',
    packages: ['fonts-liberation'],
    met: (look) => look.fonts(),
  },
  bus: {
    what: 'dbus-daemon, for a session bus apart from yours',
    packages: ['dbus'],
    met: (look) => look.program('dbus-daemon'),
  },
  keyring: {
    what: 'gnome-keyring, for a keyring apart from yours',
    packages: ['gnome-keyring'],
    met: (look) => look.program('gnome-keyring-daemon'),
  },
  secretTool: {
    what: 'secret-tool, which reads the keyring as a second opinion',
    packages: ['libsecret-tools'],
    met: (look) => look.program('secret-tool'),
  },
  xvfb: {
    what: 'Xvfb, a display for Electron where there is none',
    packages: ['xvfb', 'xauth'],
    met: (look) => look.program('xvfb-run') && look.program('xauth'),
  },
}

const ownKeyring = [needs.libsecret, needs.bus, needs.keyring, needs.secretTool]
/** What drawing a page takes. */
export const drawing = [needs.chromium, needs.fonts]

/**
 * What opening the app takes.
 *
 * @param {import('./opening.mjs').Opening} opening
 * @returns {readonly Need[]}
 */
export function needsOfOpening({ kind, host }) {
  return [
    ...(kind === 'tour' ? ownKeyring : [needs.libsecret]),
    ...(host === 'chromium' ? drawing : []),
  ]
}

/**
 * What the rings take. The Chromium host has tests of its own, so Chromium is needed also where Electron
 * runs the end-to-end ring.
 *
 * @param {readonly string[]} rings
 * @param {boolean} xvfb whether Electron is to run without a display
 * @returns {readonly Need[]}
 */
export function needsOfRings(rings, xvfb) {
  if (!rings.includes('integration') && !rings.includes('e2e')) return []
  return [...ownKeyring, ...drawing, ...(xvfb && rings.includes('e2e') ? [needs.xvfb] : [])]
}

/**
 * @param {readonly Need[]} wanted
 * @param {Look} look
 * @returns {readonly Need[]}
 */
export function missingNeeds(wanted, look) {
  return wanted.filter((need) => !need.met(look))
}

/** @type {readonly string[]} */
const libraryFolders = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/local/lib']

/**
 * A look at this machine.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Look}
 */
export function lookAtMachine(env = process.env) {
  const path = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return {
    program: (name) => path.some((folder) => existsSync(join(folder, name))),
    library: (name) =>
      libraryFolders.some(
        (folder) =>
          existsSync(join(folder, name)) ||
          // Debian keeps one folder per architecture.
          list(folder).some(
            (inner) => inner.includes('-linux-') && existsSync(join(folder, inner, name)),
          ),
      ),
    chromium: () => findChromium(env) !== undefined,
    fonts: () =>
      [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(env['HOME'] ?? '/', '.local/share/fonts'),
      ].some((folder) => list(folder).length > 0),
  }
}

/** @param {string} folder */
function list(folder) {
  return existsSync(folder) ? readdirSync(folder) : []
}

/**
 * The distribution's name, for package names that differ.
 *
 * @returns {string} such as `debian`; empty where the system does not say
 */
export function readDistribution() {
  const file = '/etc/os-release'
  if (!existsSync(file)) return ''
  return /^ID="?([^"\n]*)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
}
