/**
 * What `npm run package` runs once electron-builder is there: packs for the system that it runs on, or
 * with `--check` only looks whether electron-builder still understands the configuration.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { builderConfig, type BuilderConfig, type ReleaseOptions } from './builder-config'
import { cutSchema, type Schema } from './builder-schema'

/** What of electron-builder is used. */
interface Builder {
  build(options: {
    readonly projectDir: string
    readonly config: BuilderConfig
    readonly publish: 'never'
    readonly x64?: boolean
    readonly arm64?: boolean
  }): Promise<readonly string[]>
}

const [tool = '', root = '', ...words] = process.argv.slice(2)
const load = createRequire(join(tool, 'package.json'))
const options = releaseOptions(
  process.env,
  words.includes('--unsigned') || words.includes('--check'),
)
const config = builderConfig(options)
const kept = join(root, 'packaging', 'builder', 'schema.json')
const schema = `${JSON.stringify(
  cutSchema(load('app-builder-lib/scheme.json') as Schema, Object.keys(config).sort()),
  null,
  1,
)}\n`

if (words.includes('--renew-schema')) {
  writeFileSync(kept, schema)
  console.log(`Written: ${kept}`)
} else if (readFileSync(kept, 'utf8') !== schema) {
  console.error('electron-builder knows other settings now. Run: npm run package -- --renew-schema')
  process.exitCode = 1
} else if (words.includes('--check')) {
  const { validateConfiguration } = load('app-builder-lib/out/util/config/config') as {
    validateConfiguration: (config: BuilderConfig, log: object) => Promise<void>
  }
  await validateConfiguration(config, { isEnabled: false, add: () => undefined })
  console.log('electron-builder takes the configuration.')
} else {
  const builder = load('electron-builder') as Builder
  const both = process.platform === 'darwin' ? { x64: true, arm64: true } : {}
  const made = await builder.build({ projectDir: root, config, publish: 'never', ...both })
  console.log(made.join('\n'))
}

/** What a release says of itself comes from its environment; docs/release.md lists the names. */
function releaseOptions(env: NodeJS.ProcessEnv, unsigned: boolean): ReleaseOptions {
  return {
    signed: !unsigned,
    feed: env['LATCHKEY_UPDATE_FEED'] === '' ? undefined : env['LATCHKEY_UPDATE_FEED'],
    maintainer: env['LATCHKEY_MAINTAINER'] ?? 'The Latchkey authors <latchkey@localhost>',
    homepage: env['LATCHKEY_HOMEPAGE'] ?? 'https://localhost/',
  }
}
