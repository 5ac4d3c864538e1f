import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { noteBundledPackages } from './packaging/bundled-packages'
import { compileAhead } from './packaging/compile-ahead'
import { pageLanguages } from './packaging/page-languages'

// Everything is bundled except Electron itself and keytar, whose native binary has to stay a file: it
// is the one entry under `dependencies`, all others are built in and stand under `devDependencies`.
// The entries are CommonJS: a sandboxed preload can load nothing else, and the main process
// starts faster when Electron does not have to wait for the module loader.
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs' } as const

/**
 * What several pages load at first, in few files: each one is asked for by itself, so a file of a few
 * bytes goes into the one that is needed most nearly together with it.
 */
const sharedAtFirst = {
  name: 'shared',
  tags: ['$initial' as const],
  minShareCount: 2,
  entriesAware: true,
  entriesAwareMergeThreshold: 3_000,
}

export default defineConfig({
  main: {
    plugins: [noteBundledPackages('main')],
    build: {
      // `debug` takes it where it lies: what is shipped must not depend on which tools are installed.
      externalizeDeps: { include: ['supports-color'] },
      target: 'node20',
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          keychain: 'src/main/keychain/process.ts',
          // The command line of a source checkout; the packaged program runs the same code itself.
          cli: 'src/cli/index.ts',
        },
        output: commonJs,
      },
    },
  },
  preload: {
    plugins: [noteBundledPackages('preload')],
    build: {
      externalizeDeps: false,
      rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      target: 'chrome140',
      minify: true,
      // One sheet for all: it is small, and rules keep their order whatever is read later.
      cssCodeSplit: false,
      // One page for each kind of window, so that each loads only what it draws.
      rolldownOptions: {
        input: ['index', 'quick-login', 'settings', 'unlock'].map(
          (page) => `src/renderer/${page}.html`,
        ),
        output: { codeSplitting: { groups: [sharedAtFirst] } },
      },
    },
    plugins: [react(), noteBundledPackages('renderer'), compileAhead(), pageLanguages()],
  },
})
