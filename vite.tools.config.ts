import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

// The sandbox, the Chromium host, the tour, the measurements and the faults as plain Node programs, for
// `npm start`, `npm run bench` and `npm run test:faults`. Packages stay where npm put them.
export default defineConfig({
  build: {
    outDir: 'out/tools',
    target: 'node20',
    ssr: true,
    minify: false,
    rolldownOptions: {
      input: {
        sandbox: 'test/sandbox/cli.ts',
        'chromium-host': 'test/chromium-host/cli.ts',
        tour: 'test/tour/tour.ts',
        package: 'packaging/cli.ts',
        bench: 'test/bench/cli.ts',
        faults: 'test/faults/cli.ts',
        gallery: 'test/gallery/cli.ts',
        a11y: 'test/gallery/a11y.ts',
        'fault-worker': 'test/faults/worker.ts',
        'fault-crash-child': 'test/faults/crash/child.ts',
        'bench-direct-keytar': 'test/bench/direct-keytar.ts',
        'bench-keychain-child': 'test/bench/keychain-child.ts',
        'bench-slow-service': 'test/bench/slow-service.ts',
        'bench-sandbox-service': 'test/bench/sandbox-service.ts',
        'bench-main-child': 'test/bench/main-child.ts',
        'bench-memory-child': 'test/bench/memory-child.ts',
      },
      external: [...builtinModules, /^node:/, 'electron'],
      // Shared parts beside the programs: they find the project by where they lie, too.
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
