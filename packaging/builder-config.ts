/**
 * How the program is packed for people: AppImage and deb, dmg, nsis. electron-builder takes this
 * value; it is no dependency of the project, so its types are replaced by its schema, against which
 * test/integration/packaging/builder.test.ts holds it.
 */
import { appId } from '../src/main/desktop/identity'
import { finishPack, verifySignature, type PackContext } from './after-pack'

export interface ReleaseOptions {
  /** Sign, and refuse to pack what cannot be signed. */
  readonly signed: boolean
  /** Where newer versions are announced; without it the program asks nobody for them. */
  readonly feed: string | undefined
  /** Who answers for the deb package, as `Name <address>`. */
  readonly maintainer: string
  readonly homepage: string
}

/** All that goes into the archive, besides keytar, which electron-builder adds as a dependency. */
export const packedFiles = [
  'package.json',
  'LICENSE',
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  'resources/**/*.png',
  // In these sizes the packer alone needs it.
  '!resources/icons{,/**}',
  // The command of a source checkout; a packed program runs the same code itself.
  '!out/main/cli.cjs',
  '!**/*.map',
  // Of keytar what runs on this system: the rest is its source, and the binaries of others.
  '!node_modules/node-addon-api/**',
  '!node_modules/keytar/{src,script,binding.gyp,README.md}{,/**}',
  '!node_modules/keytar/prebuilds/!(${platform}-${arch}){,/**}',
]

/** What has to be a file of its own: a library that the system loads, a picture that the system reads. */
export const unpackedFiles = ['node_modules/keytar/**', 'resources/icon.png']

/** What electron-builder is told. */
export function builderConfig({ signed, feed, maintainer, homepage }: ReleaseOptions) {
  return {
    appId,
    productName: 'Latchkey',
    copyright: 'Copyright © The Latchkey authors',
    directories: { output: 'out/release', buildResources: 'packaging' },
    files: packedFiles,
    asar: true,
    asarUnpack: unpackedFiles,
    // The archive's hash goes into the binary, which the fuses have checked at each start.
    disableAsarIntegrity: false,
    // keytar comes with its binaries, and nothing may be compiled while packing.
    npmRebuild: false,
    nodeGypRebuild: false,
    buildDependenciesFromSource: false,
    removePackageScripts: true,
    // Electron reads there what its desktop file is called: Linux finds window, icon and the right to a
    // global shortcut by it, and GNOME 50 refuses that to a name without dots.
    extraMetadata: { homepage, desktopName: `${appId}.desktop` },
    afterPack: finishPack,
    afterSign: signed ? verifySignature : null,
    forceCodeSigning: signed,
    artifactName: '${name}-${version}-${os}-${arch}.${ext}',
    publish: feed === undefined ? null : { provider: 'generic', url: feed },
    linux: {
      target: ['AppImage', 'deb'],
      icon: 'resources/icons',
      category: 'Utility',
      synopsis: 'Many accounts, one click away',
      // The name of the command: `latchkey token ruuvi`.
      executableName: 'latchkey',
      maintainer,
      syncDesktopName: true,
      desktop: { entry: { Keywords: 'account;login;token;keychain;', SingleMainWindow: 'true' } },
    },
    deb: {
      depends: [
        ...['libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'libatspi2.0-0'],
        ...['libuuid1', 'xdg-utils'],
        // keytar speaks to the keyring through it.
        'libsecret-1-0',
      ],
      recommends: ['gnome-keyring | kwalletmanager', 'libayatana-appindicator3-1'],
    },
    mac: {
      // Updates come as zip; people get the dmg.
      target: ['dmg', 'zip'],
      icon: 'resources/icon.icns',
      category: 'public.app-category.utilities',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'packaging/entitlements.mac.plist',
      entitlementsInherit: 'packaging/entitlements.mac.plist',
      // Takes APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER from the environment.
      notarize: signed,
      ...(signed ? {} : { identity: null }),
    },
    win: {
      target: ['nsis'],
      icon: 'resources/icon.ico',
      // An update that is not signed by the same publisher is refused.
      verifyUpdateCodeSignature: true,
    },
    nsis: {
      oneClick: true,
      perMachine: false,
      // The list of accounts outlives the program, as the keychain does.
      deleteAppDataOnUninstall: false,
    },
  }
}

export type BuilderConfig = ReturnType<typeof builderConfig>
export type { PackContext }
