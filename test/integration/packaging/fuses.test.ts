/** Whether the list of fuses is whole, and whether what was packed has the states that it says. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  fuseNames,
  fuses,
  fusesOf,
  readFuses,
  untouchedFuses,
  type FuseStates,
} from '../../../packaging/fuses'
import { findElectron } from '../../../scripts/electron.mjs'

const platforms = ['darwin', 'linux', 'win32'] as const

describe('the list of fuses', () => {
  it('has each that the package knows, at its place', () => {
    const known = Object.entries(FuseV1Options).filter(([name]) => Number.isNaN(Number(name)))
    const listed = fuseNames.map((name) => [name, fuses[name].at])
    expect(listed).toEqual([...known, ['WasmTrapHandlers', 8]])
  })

  it('lets nobody in who could run own code with Latchkey’s name', () => {
    for (const platform of platforms) {
      const release = Object.fromEntries(fusesOf('release', platform))
      expect(release).toMatchObject({
        RunAsNode: 'off',
        EnableNodeOptionsEnvironmentVariable: 'off',
        EnableNodeCliInspectArguments: 'off',
        OnlyLoadAppFromAsar: 'on',
        GrantFileProtocolExtraPrivileges: 'off',
      })
    }
  })

  it('checks the archive where Electron can', () => {
    const checked = platforms.filter(
      (one) => fusesOf('release', one).get('EnableEmbeddedAsarIntegrityValidation') === 'on',
    )
    expect(checked).toEqual(['darwin', 'win32'])
  })

  it('differs for the build that is driven in the inspector alone', () => {
    for (const platform of platforms) {
      const release = fusesOf('release', platform)
      const differ = [...fusesOf('driven', platform)].filter(
        ([name, is]) => release.get(name) !== is,
      )
      expect(differ).toEqual([['EnableNodeCliInspectArguments', 'on']])
    }
  })
})

describe('reading fuses back', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-fuses-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** A file that holds a wire as Electron's binary does, among other bytes. */
  async function binary(wire: string): Promise<string> {
    const file = join(folder, `with-${wire}`)
    const head = Buffer.from([1, wire.length])
    const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
    await writeFile(file, Buffer.concat([Buffer.alloc(99), sentinel, head, Buffer.from(wire)]))
    return file
  }

  it('gives each its state', async () => {
    expect(await readFuses(await binary('101100011'))).toEqual(untouchedFuses())
    expect(await readFuses(await binary('000001001'))).toEqual(fusesOf('release', 'linux'))
  })

  it('refuses what it does not know', async () => {
    await expect(readFuses(await binary('1011000111'))).rejects.toThrow('Fuse 9 is unknown')
    await expect(readFuses(await binary('10110001'))).rejects.toThrow('no fuse WasmTrapHandlers')
    await expect(readFuses(await binary('r01100011'))).rejects.toThrow('RunAsNode is "r"')
    await expect(readFuses(join(import.meta.dirname, 'fuses.test.ts'))).rejects.toThrow()
  })
})

describe('a real binary', () => {
  const electron = findElectron()
  it.skipIf(electron === undefined)(
    'of Electron has the fuses of the list, as it says (skipped where Electron’s binary is not)',
    async () => expect(await readFuses(electron ?? '')).toEqual(untouchedFuses()),
  )

  // Packing is not part of this repository yet; whoever packs says where the program lies.
  const packed = process.env['LATCHKEY_PACKED_PROGRAM']
  it.skipIf(packed === undefined)(
    'that was packed for people has the fuses of a release (skipped without LATCHKEY_PACKED_PROGRAM)',
    async () => expect(await readFuses(packed ?? '')).toEqual(released()),
  )

  function released(): FuseStates {
    const platform = platforms.find((one) => one === process.platform)
    if (platform === undefined) throw new Error(`Nothing is packed for ${process.platform}.`)
    return fusesOf('release', platform)
  }
})
