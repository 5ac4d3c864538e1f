/**
 * What Electron's binary is told at packing time that it may never do: its fuses, all of them, with the
 * value that is shipped. docs/security.md says why each is so; a packed program can be asked for them.
 */
import { FuseV1Options as Known, getCurrentFuseWire } from '@electron/fuses'

/** What a build is for: people, or Playwright, which drives Electron through Node's inspector. */
export type BuildKind = 'release' | 'driven'

/** The systems by Node's names, as packing tools use them. */
export type PackedPlatform = 'darwin' | 'linux' | 'win32'

/** `@electron/fuses` for Node 20 ends at the eighth fuse; Electron has one more. */
export type FuseName = keyof typeof Known | 'WasmTrapHandlers'

export type FuseState = 'on' | 'off'

interface Fuse {
  /** Its place in the wire that Electron's binary holds. */
  readonly at: number
  /** What Electron does when nobody touches it. */
  readonly electron: FuseState
  readonly release: FuseState
  /** Where that differs from the release. */
  readonly driven?: FuseState
  /** Where Electron heeds it, if not everywhere; elsewhere it stays untouched. */
  readonly only?: readonly PackedPlatform[]
}

/** Every fuse that there is: a name that is missing or unknown does not compile. */
export const fuses: Readonly<Record<FuseName, Fuse>> = {
  RunAsNode: fuse(Known.RunAsNode, 'on', 'off'),
  EnableCookieEncryption: fuse(Known.EnableCookieEncryption, 'off', 'off'),
  EnableNodeOptionsEnvironmentVariable: fuse(
    Known.EnableNodeOptionsEnvironmentVariable,
    'on',
    'off',
  ),
  EnableNodeCliInspectArguments: {
    ...fuse(Known.EnableNodeCliInspectArguments, 'on', 'off'),
    driven: 'on',
  },
  EnableEmbeddedAsarIntegrityValidation: {
    ...fuse(Known.EnableEmbeddedAsarIntegrityValidation, 'off', 'on'),
    only: ['darwin', 'win32'],
  },
  OnlyLoadAppFromAsar: fuse(Known.OnlyLoadAppFromAsar, 'off', 'on'),
  LoadBrowserProcessSpecificV8Snapshot: fuse(
    Known.LoadBrowserProcessSpecificV8Snapshot,
    'off',
    'off',
  ),
  GrantFileProtocolExtraPrivileges: fuse(Known.GrantFileProtocolExtraPrivileges, 'on', 'off'),
  WasmTrapHandlers: fuse(8, 'on', 'on'),
}

function fuse(at: number, electron: FuseState, release: FuseState): Fuse {
  return { at, electron, release }
}

/** The names in the order of Electron's wire. */
export const fuseNames: readonly FuseName[] = (Object.keys(fuses) as FuseName[]).sort(
  (one, other) => fuses[one].at - fuses[other].at,
)

export type FuseStates = ReadonlyMap<FuseName, FuseState>

/** The state that each fuse has in a build. */
export function fusesOf(kind: BuildKind, platform: PackedPlatform): FuseStates {
  const state = ({ electron, release, driven, only }: Fuse): FuseState => {
    if (only?.includes(platform) === false) return electron
    return kind === 'driven' ? (driven ?? release) : release
  }
  return new Map(fuseNames.map((name) => [name, state(fuses[name])]))
}

/** The states that Electron's own binary has. */
export function untouchedFuses(): FuseStates {
  return new Map(fuseNames.map((name) => [name, fuses[name].electron]))
}

/**
 * Reads the fuses of a program: its binary or, on macOS, its `.app`. Rejects when it has none, or one
 * that stands in no list here, which a newer Electron may bring.
 */
export async function readFuses(program: string): Promise<FuseStates> {
  const wire = Object.entries(await getCurrentFuseWire(program))
  const states = new Map(
    wire
      .filter(([at]) => at !== 'version')
      .map(([at, byte]): [FuseName, FuseState] => {
        const name = fuseNames.find((one) => fuses[one].at === Number(at))
        if (name === undefined) {
          throw new Error(`Fuse ${at} is unknown: it belongs in packaging/fuses.ts.`)
        }
        return [name, stateOf(name, Number(byte))]
      }),
  )
  const missing = fuseNames.find((name) => !states.has(name))
  if (missing !== undefined) throw new Error(`The program has no fuse ${missing}.`)
  return states
}

/** The wire is text: `0`, `1`, and `r` where Electron has removed a fuse. */
function stateOf(name: FuseName, byte: number): FuseState {
  const character = String.fromCharCode(byte)
  if (character === '0') return 'off'
  if (character === '1') return 'on'
  throw new Error(`The fuse ${name} is "${character}", which is neither on nor off.`)
}
