import { describe, expect, it } from 'vitest'
import { accountStates } from '../account'
import { failureCodes } from '../failure'
import { textFor } from './index'
import { locales } from './locale'
import { answers, marksIn, nonsense, probes, standing, type Samples, type Told } from './probe'

const english = textFor('en')
const others = locales.filter((locale) => locale !== 'en')

const files = [
  [{ kind: 'fine' }],
  [{ kind: 'newer' }],
  [{ kind: 'restored', setAside: '' }],
  [{ kind: 'restored', setAside: '⟦0⟧' }],
  [{ kind: 'damaged', setAside: '⟦0⟧' }],
]
const counts = [[{ accounts: 37, tokens: 53, passwords: 71 }], [{ accounts: 37, tokens: 0 }]]
const keychains = [
  ...['starting', 'ready', 'locked', 'asking', 'denied', 'memory'].map((kind) => ({ kind })),
  ...['no-session-bus', 'no-secret-service', 'no-keychain-library'].map(unavailable),
  ...['not-answering', 'process-failed', 'unknown'].map(unavailable),
]

function unavailable(reason: string): { kind: string; reason: string } {
  return { kind: 'unavailable', reason }
}

/** Functions that take more than texts, numbers and lists. */
const samples: Samples = {
  '/list/filterName': [
    [{ kind: 'tag', tag: '⟦0⟧' }],
    [{ kind: 'attention' }],
    [{ kind: 'state', state: 'blocked' }],
  ],
  '/accounts/waitingFor': [['⟦0⟧', '⟦1⟧']],
  '/lockFile/words': files,
  '/settingsFile/words': files,
  '/book/words': files,
  '/trust/certificate/problem': [
    ...['self-signed', 'unknown-authority', 'expired', 'not-valid-yet', 'other-host'].map(
      (kind) => [{ kind }, '⟦0⟧', '⟦1⟧'],
    ),
    [{ kind: 'other', code: '⟦2⟧' }, '⟦0⟧', '⟦1⟧'],
  ],
  '/scriptAnswers/loginRequired': [...accountStates, 'secret-sealed'].map((why) => ['⟦0⟧', why]),
  '/settings/updates/state': [
    ...['idle', 'checking', 'up-to-date'].map((kind) => [{ kind }]),
    ...['available', 'fetching', 'ready'].map((kind) => [{ kind, version: '⟦0⟧' }]),
    [{ kind: 'failed', reason: '⟦0⟧' }],
  ],
  '/about/credits': [[{ electron: '⟦0⟧', chromium: '⟦1⟧', node: '⟦2⟧' }]],
  '/keychain/words': keychains.flatMap((view) =>
    ['linux', 'mac', 'windows'].map((platform) => [view, platform]),
  ),
  '/failureParts/detail': failureCodes.map((code) => [code, '⟦0⟧', '⟦1⟧']),
  '/backup/export/doneText': counts,
  '/backup/done/added': counts,
  '/backup/preview/hidden': [[true], [false]],
  '/tray/tooltip': [
    [37, true],
    [0, false],
  ],
  '/tray/account': [
    [{ label: '⟦0⟧', where: '⟦1⟧', state: 'blocked', active: true }],
    [{ label: '⟦0⟧', where: '⟦1⟧', state: undefined, active: false }],
  ],
  '/tray/facts': [[['⟦0⟧', '⟦1⟧']]],
}

/** More than two words, and so more than a name. */
function isSentence({ text }: Told): boolean {
  return (text.match(/[a-z]{2,}/gi) ?? []).length > 2
}

describe.each(others)('the catalogue in %s', (locale) => {
  const catalogue = textFor(locale)

  it('puts into each sentence what English puts there', () => {
    for (const probe of probes(english, samples)) {
      const told = answers(catalogue, probe)
      const expected = marksIn(answers(english, probe))
      expect(marksIn(told), `${probe.path} said: ${told.map(({ text }) => text).join()}`).toEqual(
        expected,
      )
    }
  })

  it('has text wherever English has, and no stray blanks', () => {
    const all = [
      ...standing(catalogue),
      ...probes(english, samples).flatMap((probe) => answers(catalogue, probe)),
    ]
    for (const { path, text } of all) {
      expect(text, path).not.toBe('')
      expect(text.trim(), path).toBe(text)
      expect(text, path).not.toMatch(nonsense)
    }
  })

  it('leaves no sentence in English', () => {
    const here = new Map(standing(catalogue).map(({ path, text }) => [path, text]))
    for (const { path, text } of standing(english).filter(isSentence)) {
      expect(here.get(path), path).not.toBe(text)
    }
    for (const probe of probes(english, samples)) {
      const sentences = answers(english, probe).filter(isSentence)
      const told = answers(catalogue, probe).map(({ text }) => text)
      for (const { path, text } of sentences) expect(told, path).not.toContain(text)
    }
  })
})
