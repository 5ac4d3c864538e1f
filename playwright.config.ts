import { defineConfig } from '@playwright/test'

// The specs start the app themselves, on the host that LATCHKEY_E2E_HOST names (test/e2e): there is no
// server to wait for, and no browser of Playwright's own.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  retries: 0,
  // Half of a spec's time is waiting for the window, so that three keep two cores busy.
  workers: 3,
  reporter: [['list'], ['json', { outputFile: 'out/reports/raw/e2e.json' }]],
  projects: [{ name: 'app' }],
})
