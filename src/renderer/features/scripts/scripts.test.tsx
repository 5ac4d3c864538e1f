// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../shared/contract'
import { ok } from '../../../shared/failure'
import { unknownProgram } from '../../../shared/unknown-program'
import { FakeBridge } from '../../gallery/fake-bridge'
import { english } from '../../gallery/words'
import { desktop, scriptQuestion, settings, snapshot } from '../../gallery/samples'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { open, press, text } from '../shell/app-rig'
import { standInForDrawing } from '../../ui/drawing-rig'
import { ScriptsSection } from './scripts-section'

afterEach(cleanup)

const words = text.scripts

beforeAll(standInForDrawing)

/** Draws the section by itself. */
async function draw(more: Partial<Snapshot>): Promise<FakeBridge> {
  const bridge = new FakeBridge(snapshot(more), { 'scripts.removeProgram': () => ok(null) })
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  await act(async () => {
    await Promise.resolve()
  })
  render(
    <LatchkeyProvider latchkey={latchkey}>
      <ScriptsSection />
    </LatchkeyProvider>,
  )
  return bridge
}

describe('the question of a program', () => {
  const asked = scriptQuestion('/home/anna/deploy.sh (bash)', 'token')
  const dialog = () => screen.getByRole('alertdialog')
  /** Waits until the question has stood long enough to be allowed. */
  const read = () =>
    waitFor(
      () => {
        const once = within(dialog()).getByRole('button', { name: words.question.once })
        expect(once.getAttribute('aria-disabled')).toBeNull()
      },
      { timeout: 10_000 },
    )

  it('says who asks for what, that nothing proves it, and has the focus on "refuse"', async () => {
    await open({ scriptQuestions: [asked] })
    for (const part of [asked.program, 'shop@example.org', words.question.warning]) {
      expect(dialog().textContent).toContain(part)
    }
    expect(document.activeElement?.textContent).toBe(words.question.refuse)
  })

  it.each([
    [words.question.once, 'once'],
    [words.question.always, 'always'],
    [words.question.refuse, 'no'],
  ])('is answered by “%s”', async (label, answer) => {
    const { bridge } = await open({ scriptQuestions: [asked] }, undefined, {
      'scripts.answer': () => ok(null),
    })
    await read()
    await press(label, dialog())
    expect(bridge.inputs('scripts.answer')).toEqual([{ question: asked.id, answer }])
  })

  it.each([words.question.once, words.question.always])(
    'does not take a click on “%s” that was meant for what stood there before',
    async (label) => {
      const next = scriptQuestion('/home/anna/another.sh (bash)', 'token')
      const { bridge } = await open({ scriptQuestions: [asked, next] }, undefined, {
        'scripts.answer': () => ok(null),
      })
      await press(label, dialog())
      await read()
      await press(label, dialog())
      act(() => bridge.change({ scriptQuestions: [next] }))
      expect(dialog().textContent).toContain(next.program)
      await press(label, dialog())
      expect(bridge.inputs('scripts.answer')).toHaveLength(1)
      await press(words.question.refuse, dialog())
      expect(bridge.inputs('scripts.answer')).toHaveLength(2)
    },
  )

  it('offers nothing for good to a program that nobody can tell', async () => {
    const unknown = scriptQuestion(unknownProgram, 'token')
    const { bridge } = await open({ scriptQuestions: [asked, unknown] })
    const always = () => within(dialog()).queryByRole('button', { name: words.question.always })
    expect(always()).not.toBeNull()
    expect(dialog().textContent).toContain(words.question.alwaysMeans)
    act(() => bridge.change({ scriptQuestions: [unknown] }))
    expect(dialog().textContent).toContain(unknownProgram)
    expect(always()).toBeNull()
    expect(dialog().textContent).not.toContain(words.question.alwaysMeans)
  })

  it('is refused by Escape', async () => {
    const { bridge } = await open({ scriptQuestions: [asked] }, undefined, {
      'scripts.answer': () => ok(null),
    })
    fireEvent.keyDown(dialog(), { key: 'Escape' })
    expect(bridge.inputs('scripts.answer')).toEqual([{ question: asked.id, answer: 'no' }])
  })
})

describe('the settings of scripts', () => {
  it('name the command once scripts are allowed, and the programs that are', async () => {
    const program = '/home/anna/report.sh (bash)'
    const bridge = await draw({
      settings: { ...settings, scripts: 'ask', allowedPrograms: [program, 'another'] },
      desktop: { ...desktop, scriptCommand: 'node latchkey.mjs' },
    })
    const command = screen.getByLabelText<HTMLInputElement>(words.command)
    expect(command.value).toMatch(/^node latchkey\.mjs token \w+$/)
    await press(words.removeProgram(program))
    // The next one may be pressed before the first is gone.
    await press(words.removeProgram('another'))
    expect(bridge.inputs('scripts.removeProgram')).toEqual([{ program }, { program: 'another' }])
  })

  it('are off at first, and say so when commands cannot come in', async () => {
    await draw({ desktop: { ...desktop, scriptsProblem: 'why' } })
    const group = screen.getByRole('radiogroup', { name: words.mode })
    const off = within(group).getByRole('radio', { name: words.modes.off.label })
    expect(off.getAttribute('aria-checked')).toBe('true')
    expect(screen.queryByLabelText(words.command)).toBeNull()
    expect(screen.getByText('why')).toBeTruthy()
  })

  it('tell how to open the place where commands come in to oneself alone', async () => {
    const path = '/home/anna/.config/Latchkey/run'
    await draw({ desktop: { ...desktop, scriptsProblem: `open-to-others: ${path}` } })
    expect(screen.getByText(words.problem.unsafe['open-to-others'](path))).toBeTruthy()
    expect(screen.queryByText(/open-to-others/)).toBeNull()
  })
})
