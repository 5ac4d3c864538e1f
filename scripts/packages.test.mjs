import { describe, expect, it } from 'vitest'
import { npmCommand } from './npm.mjs'
import { lockMatches, outdatedPackages } from './packages.mjs'

const react = { version: '19.0.0', integrity: 'sha512-a' }
const wanted = { packages: { '': {}, 'node_modules/react': react } }
const yes = () => true

describe('what node_modules lacks', () => {
  it('is nothing when it holds what the lockfile names, or more', () => {
    const installed = { packages: { 'node_modules/react': react, 'node_modules/old': react } }
    expect(outdatedPackages(wanted, installed, yes)).toEqual([])
  })

  it.each([
    ['is absent', {}],
    ['has another version', { 'node_modules/react': { ...react, version: '18.0.0' } }],
    ['has other contents', { 'node_modules/react': { ...react, integrity: 'sha512-b' } }],
  ])('is a package that %s', (_, packages) => {
    expect(outdatedPackages(wanted, { packages }, yes)).toEqual(['node_modules/react'])
  })

  it('is a package that the record names and somebody removed', () => {
    expect(outdatedPackages(wanted, wanted, () => false)).toEqual(['node_modules/react'])
  })

  it('is not what npm left out because it is for another system', () => {
    const other = { packages: { 'node_modules/for-mac': { ...react, optional: true } } }
    expect(outdatedPackages(other, { packages: {} }, yes)).toEqual([])
  })
})

describe('whether the lockfile is that of package.json', () => {
  const lock = { packages: { '': { dependencies: { a: '^1' }, devDependencies: { b: '^2' } } } }

  it.each([
    [{ dependencies: { a: '^1' }, devDependencies: { b: '^2' } }, true],
    [{ dependencies: { a: '^1' } }, false],
    [{ dependencies: { a: '^1' }, devDependencies: { b: '^3' } }, false],
    [{ dependencies: { a: '^1', c: '^1' }, devDependencies: { b: '^2' } }, false],
  ])('%o: %s', (manifest, matches) => {
    expect(lockMatches(manifest, lock)).toBe(matches)
  })
})

describe('npm', () => {
  it('is the one that runs this script', () => {
    const env = { npm_execpath: '/opt/npm/bin/npm-cli.js' }
    expect(npmCommand(env, '/opt/bin/node', yes)).toEqual({
      command: '/opt/bin/node',
      args: ['/opt/npm/bin/npm-cli.js'],
    })
  })

  it('is never another package manager', () => {
    const env = { npm_execpath: '/opt/yarn/yarn.js' }
    const { args } = npmCommand(env, '/opt/bin/node', (path) => path.includes('/lib/'))
    expect(args).toEqual(['/opt/lib/node_modules/npm/bin/npm-cli.js'])
  })

  it('is looked for on the path when it is not beside Node', () => {
    expect(npmCommand({}, '/opt/bin/node', () => false)).toEqual({ command: 'npm', args: [] })
  })
})
