/**
 * What would be packed for people: whether electron-builder understands its configuration, and which
 * files go in. That a package can be made and starts is seen where Electron's binary is (docs/release.md).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finishPack, programOf } from '../../../packaging/after-pack'
import { builderConfig, packedFiles, unpackedFiles } from '../../../packaging/builder-config'
import { fusesOf, readFuses } from '../../../packaging/fuses'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const release = {
  ...{ signed: true, feed: 'https://updates.example/latchkey' },
  ...{
    maintainer: 'The Latchkey authors <latchkey@example.org>',
    homepage: 'https://example.org/',
  },
}

describe('the configuration', () => {
  // Of functions the schema says what JSON cannot, in a word that electron-builder passes over as well.
  const ajv = new Ajv({ strict: false, allErrors: true })
  const validate = ajv.compile(JSON.parse(read('packaging/builder/schema.json')) as object)

  it.each([release, { ...release, signed: false, feed: undefined }])(
    'is one that electron-builder takes: %o',
    (options) => {
      validate(builderConfig(options))
      expect(validate.errors).toBeNull()
    },
  )

  it('would be refused with a setting that there is not', () => {
    expect(validate({ ...builderConfig(release), asarr: true })).toBe(false)
    expect(validate({ ...builderConfig(release), mac: { hardenedRuntime: 'yes' } })).toBe(false)
  })

  it('signs what is released, or packs nothing', () => {
    const config = builderConfig(release)
    expect(config).toMatchObject({
      ...{ forceCodeSigning: true, asar: true, disableAsarIntegrity: false },
      mac: { hardenedRuntime: true, notarize: true },
      win: { verifyUpdateCodeSignature: true },
    })
    expect(config.deb.depends).toContain('libsecret-1-0')
  })

  it('calls the desktop file as the program calls itself, by a name that portals take', () => {
    const { appId, extraMetadata, linux } = builderConfig(release)
    expect(extraMetadata.desktopName).toBe(`${appId}.desktop`)
    expect(appId).toMatch(/^[a-z]+(\.[A-Za-z]+){2,}$/)
    // Else the file that is installed would bear the executable's name.
    expect(linux.syncDesktopName).toBe(true)
  })

  it('names no feed unless there is one, so that nobody is asked for updates', () => {
    expect(builderConfig({ ...release, feed: undefined }).publish).toBeNull()
    expect(builderConfig(release).publish).toEqual({ provider: 'generic', url: release.feed })
  })

  it('names files that there are', () => {
    const { linux, mac, win } = builderConfig(release)
    for (const path of [
      linux.icon,
      mac.icon,
      win.icon,
      mac.entitlements,
      mac.entitlementsInherit,
    ]) {
      expect(existsSync(join(root, path)), path).toBe(true)
    }
  })

  it('asks of macOS no more than a script engine needs', () => {
    const asked = read('packaging/entitlements.mac.plist').match(/<key>.*<\/key>/g)
    expect(asked).toEqual(['<key>com.apple.security.cs.allow-jit</key>'])
  })
})

describe('the archive', () => {
  /** As electron-builder reads its patterns: the last one that fits a path decides. */
  function isPacked(path: string, system = 'linux-x64'): boolean {
    const [platform = '', arch = ''] = system.split('-')
    const patterns = [...(path.startsWith('node_modules/') ? ['**/*'] : []), ...packedFiles]
    return patterns
      .map((pattern) => pattern.replace('${platform}', platform).replace('${arch}', arch))
      .reduce((packed, pattern) => {
        if (pattern.startsWith('!')) return packed && !matchesGlob(path, pattern.slice(1))
        return packed || matchesGlob(path, pattern)
      }, false)
  }
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => path.slice(root.length + 1).replaceAll('\\', '/'))
  const own = [
    ...readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    ),
    ...['src', 'test', 'docs', 'scripts', 'packaging', 'resources', '.github'].flatMap(below),
    ...['out/main', 'out/preload', 'out/renderer', 'out/packages', 'out/tools'].flatMap(below),
  ]
  const packed = own.filter((path) => isPacked(path))

  it('holds the built program, and what it reads', () => {
    for (const path of [
      ...['package.json', 'LICENSE', 'resources/icon.png', 'resources/marks/blue.png'],
      ...['out/main/index.cjs', 'out/main/keychain.cjs', 'out/preload/index.cjs'],
      ...['index', 'quick-login', 'settings', 'unlock'].map((page) => `out/renderer/${page}.html`),
    ]) {
      expect(packed, path).toContain(path)
    }
    const { main } = JSON.parse(read('package.json')) as { main: string }
    expect(packed).toContain(main)
  })

  it('holds nothing else: no source, no test, no tool, no map', () => {
    const strange = packed.filter(
      (path) =>
        !/^(package\.json|LICENSE|resources\/.+\.png|out\/(main|preload|renderer)\/.+)$/.test(path),
    )
    expect(strange).toEqual([])
    expect(packed.filter((path) => path.startsWith('resources/icons/'))).toEqual([])
    expect(packed.filter((path) => /\.map$|cli\.cjs$/.test(path))).toEqual([])
  })

  it('holds no word of where it was built', () => {
    const scripts = packed.filter((path) => /\.(c?js|html|css)$/.test(path))
    expect(scripts.length).toBeGreaterThan(10)
    expect(scripts.filter((path) => read(path).includes(root))).toEqual([])
  })

  it.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'])(
    'holds of keytar what runs on %s',
    (system) => {
      const files = below('node_modules/keytar').filter((path) => isPacked(path, system))
      expect(files.sort()).toEqual([
        ...['LICENSE.md', 'keytar.d.ts', 'lib/keytar.js', 'package.json'].map(
          (name) => `node_modules/keytar/${name}`,
        ),
        `node_modules/keytar/prebuilds/${system}/keytar.node`,
      ])
      expect(isPacked('node_modules/node-addon-api/index.js', system)).toBe(false)
    },
  )

  it('leaves outside what the system itself loads', () => {
    const native = 'node_modules/keytar/prebuilds/linux-x64/keytar.node'
    for (const path of [native, 'resources/icon.png']) {
      expect(
        unpackedFiles.some((pattern) => matchesGlob(path, pattern)),
        path,
      ).toBe(true)
    }
  })
})

describe('a packed program', () => {
  let folder: string
  const context = () => ({
    appOutDir: folder,
    electronPlatformName: 'linux',
    packager: { appInfo: { productFilename: 'Latchkey' }, executableName: 'latchkey' },
  })
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-packed-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('has its fuses set, and is refused without keytar beside its archive', async () => {
    const wire = '101100011'
    const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
    const head = Buffer.from([1, wire.length])
    await writeFile(
      programOf(context()),
      Buffer.concat([Buffer.alloc(99), sentinel, head, Buffer.from(wire)]),
    )
    await expect(finishPack(context())).rejects.toThrow('keytar')
    await mkdir(join(folder, 'resources/app.asar.unpacked/node_modules/keytar/prebuilds'), {
      recursive: true,
    })
    await finishPack(context())
    expect(await readFuses(programOf(context()))).toEqual(fusesOf('release', 'linux'))
  })

  it('is none on a system that nobody packs for', async () => {
    await expect(finishPack({ ...context(), electronPlatformName: 'mas' })).rejects.toThrow('mas')
  })
})
