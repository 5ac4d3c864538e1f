/** What is done to a packed program before it is made into a package, and looked at after signing. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { fuseNames, fuses, fusesOf, readFuses, type PackedPlatform } from './fuses'

/** What of electron-builder's context is used. */
export interface PackContext {
  readonly appOutDir: string
  readonly electronPlatformName: string
  readonly packager: {
    readonly appInfo: { readonly productFilename: string }
    readonly executableName?: string
  }
}

/** Sets every fuse of the program, reads them back, and refuses a program that has others. */
export async function finishPack(context: PackContext): Promise<void> {
  const platform = platformOf(context)
  const program = programOf(context)
  const wanted = fusesOf('release', platform)
  const known = Object.fromEntries(
    fuseNames.flatMap((name) =>
      fuses[name].at in FuseV1Options ? [[fuses[name].at, wanted.get(name) === 'on']] : [],
    ),
  )
  await flipFuses(program, {
    ...known,
    version: FuseVersion.V1,
    // An Apple chip runs nothing unsigned, and what was signed has just been changed.
    resetAdHocDarwinSignature: platform === 'darwin',
  })
  const set = await readFuses(program)
  const wrong = fuseNames.filter((name) => set.get(name) !== wanted.get(name))
  if (wrong.length > 0) throw new Error(`Wrong fuses in ${program}: ${wrong.join(', ')}.`)
  const native = keytarIn(context)
  if (!existsSync(native)) throw new Error(`keytar's binary is not beside the archive: ${native}.`)
}

/** macOS ties items of the keychain to a signature, so keytar's own must be right as well. */
export async function verifySignature(context: PackContext): Promise<void> {
  if (platformOf(context) !== 'darwin') return
  const check = promisify(execFile)
  for (const path of [programOf(context), keytarIn(context)]) {
    await check('codesign', ['--verify', '--strict', '--deep', path])
  }
}

/** The binary that holds the fuses; on macOS the folder that is the program. */
export function programOf(context: PackContext): string {
  const { appOutDir, packager } = context
  const { productFilename } = packager.appInfo
  switch (platformOf(context)) {
    case 'darwin':
      return join(appOutDir, `${productFilename}.app`)
    case 'win32':
      return join(appOutDir, `${productFilename}.exe`)
    case 'linux':
      return join(appOutDir, packager.executableName ?? productFilename)
  }
}

function keytarIn(context: PackContext): string {
  const platform = platformOf(context)
  const resources =
    platform === 'darwin'
      ? join(programOf(context), 'Contents', 'Resources')
      : join(context.appOutDir, 'resources')
  return join(resources, 'app.asar.unpacked', 'node_modules', 'keytar', 'prebuilds')
}

function platformOf({ electronPlatformName: name }: PackContext): PackedPlatform {
  if (name === 'darwin' || name === 'linux' || name === 'win32') return name
  throw new Error(`Latchkey is not packed for ${name}.`)
}
