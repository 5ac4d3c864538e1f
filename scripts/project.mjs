/**
 * Where things lie in a checkout. Everything under scripts/ is plain Node without packages, because
 * it runs before anything is installed; start.mjs and test.mjs are the commands, each other file is one
 * idea of theirs.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * @param {...string} parts
 * @returns {string} a path below the root
 */
export function inProject(...parts) {
  return join(root, ...parts)
}

/** What `npm run build` makes, and what its tools are called. */
export const built = {
  sandbox: inProject('out', 'tools', 'sandbox.mjs'),
  chromiumHost: inProject('out', 'tools', 'chromium-host.mjs'),
  tour: inProject('out', 'tools', 'tour.mjs'),
  bench: inProject('out', 'tools', 'bench.mjs'),
  faults: inProject('out', 'tools', 'faults.mjs'),
  gallery: inProject('out', 'tools', 'gallery.mjs'),
  a11y: inProject('out', 'tools', 'a11y.mjs'),
  package: inProject('out', 'tools', 'package.mjs'),
}
