// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Panel, QuestionDialog } from './dialog'
import { standInForDrawing } from './drawing-rig'
import { Menu } from './menu'
import { Toaster } from './toast'

afterEach(cleanup)
standInForDrawing()

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

describe('a question that was answered', () => {
  it('takes no other answer until it is known how that ends', () => {
    const answers: string[] = []
    render(
      <QuestionDialog
        title="Remove it?"
        confirm="Remove"
        cancel="Keep it"
        busy
        onConfirm={() => answers.push('remove')}
        onCancel={() => answers.push('keep')}
      >
        It goes for good.
      </QuestionDialog>,
    )
    const keep = screen.getByRole('button', { name: 'Keep it' })
    fireEvent.click(screen.getByRole('button', { name: /^Remove/ }))
    fireEvent.click(keep)
    fireEvent.keyDown(keep, { key: 'Escape' })
    expect(answers).toEqual([])
  })
})

type Over = 'panel' | 'question' | undefined

/** A page with a field, a menu, and a button that a question takes away; a panel may lead to the question. */
function PageWithDialogs() {
  const [over, lay] = useState<Over>()
  const [asked, setAsked] = useState(0)
  const [gone, setGone] = useState(false)
  const ask = (): void => lay('question')
  return (
    <>
      <h1 tabIndex={-1}>Title</h1>
      <input aria-label="Code" onChange={ask} />
      {!gone && <button onClick={ask}>End all</button>}
      <button onClick={() => lay('panel')}>Find</button>
      <Menu label="More" icon={null} items={[{ label: 'Ask', icon: null, onSelect: ask }]} />
      {over === 'panel' && (
        <Panel title="Palette" onClose={() => lay(undefined)}>
          <button onClick={ask}>Log out</button>
        </Panel>
      )}
      {over === 'question' && (
        <QuestionDialog
          key={asked}
          title="Sure?"
          confirm="Yes"
          cancel="No"
          busy={false}
          others={<button onClick={() => setAsked(asked + 1)}>Ask once more</button>}
          onConfirm={() => {
            setGone(true)
            lay(undefined)
          }}
          onCancel={() => lay(undefined)}
        >
          It is for good.
        </QuestionDialog>
      )}
    </>
  )
}

describe('the focus', () => {
  const button = (name: string) => screen.getByRole('button', { name })
  const question = () => screen.getByRole('alertdialog')
  const hasFocus = (element: () => HTMLElement) =>
    waitFor(() => expect(document.activeElement).toBe(element()))
  /** Presses what has the focus then, as a browser has it. */
  async function press(name: string): Promise<void> {
    const pressed = button(name)
    pressed.focus()
    fireEvent.click(pressed)
    await waitFor(() =>
      expect(pressed.isConnected && document.activeElement === pressed).toBe(false),
    )
  }
  const code = () => screen.getByLabelText('Code')

  it('is on “cancel”, and back in the field once the question is answered', async () => {
    render(<PageWithDialogs />)
    code().focus()
    fireEvent.change(code(), { target: { value: '12' } })
    await hasFocus(() => button('No'))
    fireEvent.keyDown(button('No'), { key: 'Escape' })
    await hasFocus(code)
  })

  it('is on the title where what had it is gone', async () => {
    render(<PageWithDialogs />)
    await press('End all')
    await press('Yes')
    await hasFocus(() => screen.getByRole('heading', { name: 'Title' }))
  })

  it('is where it was before the first one, where one took the place of another', async () => {
    render(<PageWithDialogs />)
    await press('Find')
    await press('Log out')
    await press('Ask once more')
    expect(question().contains(document.activeElement)).toBe(true)
    await press('No')
    await hasFocus(() => button('Find'))
  })

  it('is on the button of the menu whose item has asked', async () => {
    render(<PageWithDialogs />)
    button('More').focus()
    fireEvent.keyDown(button('More'), { key: 'Enter' })
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Ask' }))
    await hasFocus(() => button('No'))
    await press('No')
    await hasFocus(() => button('More'))
  })
})
