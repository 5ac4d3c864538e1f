// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Panel, QuestionDialog } from './dialog'
import { Toaster } from './toast'

afterEach(cleanup)

const message = { id: 1, tone: 'bad', title: 'It did not work' } as const

function toasterWith(toasts: readonly (typeof message)[], dismissed: number[]) {
  return (
    <Toaster
      toasts={toasts}
      label="Messages"
      dismiss="Put away"
      onDismiss={(id) => dismissed.push(id)}
    />
  )
}

describe('a message that comes while a dialog is open', () => {
  it('leaves Escape to the panel, once', () => {
    const dismissed: number[] = []
    let closed = 0
    const screenWith = (toasts: readonly (typeof message)[]) => (
      <>
        {toasterWith(toasts, dismissed)}
        <Panel title="Palette" onClose={() => (closed += 1)}>
          <input aria-label="Find" />
        </Panel>
      </>
    )
    const { rerender } = render(screenWith([]))
    rerender(screenWith([message]))
    const field = screen.getByLabelText('Find')
    field.focus()
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(closed).toBe(1)
    expect(dismissed).toEqual([])
  })

  it('leaves Escape to the question, once', () => {
    const dismissed: number[] = []
    let cancelled = 0
    const screenWith = (toasts: readonly (typeof message)[]) => (
      <>
        {toasterWith(toasts, dismissed)}
        <QuestionDialog
          title="Remove it?"
          confirm="Remove"
          cancel="Keep it"
          busy={false}
          onConfirm={() => undefined}
          onCancel={() => (cancelled += 1)}
        >
          It goes for good.
        </QuestionDialog>
      </>
    )
    const { rerender } = render(screenWith([]))
    rerender(screenWith([message]))
    const keep = screen.getByRole('button', { name: 'Keep it' })
    keep.focus()
    fireEvent.keyDown(keep, { key: 'Escape' })
    expect(cancelled).toBe(1)
    expect(dismissed).toEqual([])
  })
})
