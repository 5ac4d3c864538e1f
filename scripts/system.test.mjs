import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { agrees, aptCommands, decideInstall, shellLine } from './apt.mjs'
import { missingNeeds, needs, needsOfOpening, needsOfRings } from './system.mjs'

const bare = {
  program: () => false,
  library: () => false,
  chromium: () => false,
  fonts: () => false,
}
const full = { program: () => true, library: () => true, chromium: () => true, fonts: () => true }
const packagesOf = (some) => some.flatMap((need) => need.packages)

describe('what is missing', () => {
  it('is everything on a bare machine and nothing on a full one', () => {
    const all = Object.values(needs)
    expect(missingNeeds(all, bare)).toEqual(all)
    expect(missingNeeds(all, full)).toEqual([])
  })

  it('is only what is not there', () => {
    const look = { ...full, program: (name) => name !== 'secret-tool' }
    expect(missingNeeds(Object.values(needs), look)).toEqual([needs.secretTool])
  })

  it('asks for xauth too, without which xvfb-run does nothing', () => {
    const look = { ...full, program: (name) => name !== 'xauth' }
    expect(missingNeeds([needs.xvfb], look)).toEqual([needs.xvfb])
  })
})

describe('what is needed', () => {
  it('for a window is no more than that window takes', () => {
    expect(needsOfOpening({ kind: 'window', host: 'electron' })).toEqual([needs.libsecret])
    expect(needsOfOpening({ kind: 'window', host: 'chromium' })).toEqual([
      needs.libsecret,
      needs.chromium,
      needs.fonts,
    ])
  })

  it('for the tour includes a keyring of its own', () => {
    expect(needsOfOpening({ kind: 'tour', host: 'chromium' })).toEqual(
      expect.arrayContaining([needs.keyring, needs.bus, needs.libsecret, needs.chromium]),
    )
  })

  it('for check and unit is nothing', () => {
    expect(needsOfRings(['check', 'unit'], true)).toEqual([])
  })

  it('for the end-to-end ring includes a display only where Electron has none', () => {
    expect(needsOfRings(['e2e'], true)).toContain(needs.xvfb)
    expect(needsOfRings(['e2e'], false)).not.toContain(needs.xvfb)
    expect(needsOfRings(['integration'], true)).not.toContain(needs.xvfb)
  })
})

describe('who decides about an install', () => {
  it.each([
    // apt, terminal, root, sudo -> decision
    [true, true, true, false, 'ask'],
    [true, true, false, true, 'ask'],
    [true, true, false, false, 'tell'],
    [true, false, true, false, 'install'],
    [true, false, false, true, 'tell'],
    [false, true, true, true, 'tell'],
    [false, false, true, true, 'tell'],
  ])('apt %s, terminal %s, root %s, sudo %s: %s', (apt, terminal, root, sudo, decision) => {
    expect(decideInstall({ apt, terminal, root, sudo })).toBe(decision)
  })
})

describe('the question whether to install', () => {
  it.each([
    { typed: 'y\r', answer: true },
    { typed: ' YES \r', answer: true },
    { typed: '\r', answer: false },
    { typed: 'yesterday\r', answer: false },
    { typed: 'y\u0003', answer: false },
    { typed: '\u0004', answer: false },
  ])('takes $typed for $answer', async ({ typed, answer }) => {
    const terminal = { input: new PassThrough(), output: new PassThrough() }
    const asked = agrees('apt-get install dbus', terminal)
    terminal.input.write(typed)
    expect(await asked).toBe(answer)
    expect(String(terminal.output.read())).toContain('apt-get install dbus')
  })
})

describe('the line for apt', () => {
  const line = (missing, system) =>
    shellLine(
      aptCommands(missing, { root: true, listsEmpty: false, distribution: 'debian', ...system }),
    )

  it('names only what is missing', () => {
    expect(line([needs.chromium, needs.keyring])).toBe(
      'apt-get install --yes --no-install-recommends chromium gnome-keyring',
    )
  })

  it('fetches the lists first where there are none, and goes through sudo for others than root', () => {
    expect(line([needs.bus], { root: false, listsEmpty: true })).toBe(
      'sudo apt-get update && sudo apt-get install --yes --no-install-recommends dbus',
    )
  })

  it('knows what Ubuntu calls Chromium', () => {
    expect(line([needs.chromium], { distribution: 'ubuntu' })).toMatch(/ chromium-browser$/)
  })

  it('has no word that a shell would read otherwise', () => {
    expect(packagesOf(Object.values(needs)).every((name) => /^[a-z0-9.+-]+$/.test(name))).toBe(true)
  })
})
