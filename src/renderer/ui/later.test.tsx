// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { Component, type ComponentType, type ReactNode } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { later, laterPart, onceHere, readParts } from './later'

beforeAll(readParts)

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** Something to be read, and when that ends. */
function reading<T>(value: T) {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<T>((...ends) => ([resolve, reject] = ends))
  const read = vi.fn(() => promise)
  const end = (how: () => void) =>
    act(async () => {
      how()
      await promise.catch(() => undefined)
    })
  return {
    read,
    arrive: () => end(() => resolve(value)),
    fail: () => end(() => reject(new Error('The file is gone.'))),
  }
}

function Hello({ to }: { to: string }) {
  return <p>Hello {to}</p>
}

class Boundary extends Component<{ children: ReactNode }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? 'A mishap' : this.props.children
  }
}

describe('a part that is read later', () => {
  it('draws nothing, then itself, and is read once for all places it stands in', async () => {
    const { read, arrive } = reading<ComponentType<{ to: string }>>(Hello)
    const Part = laterPart(read)
    render(
      <>
        <Part to="Ann" />
        <Part to="Bea" />
      </>,
    )
    expect(document.body.textContent).toBe('')
    await arrive()
    expect(document.body.textContent).toBe('Hello AnnHello Bea')
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('is there with the first drawing if it was read before', async () => {
    const { read, arrive } = reading<ComponentType<{ to: string }>>(Hello)
    const Part = laterPart(read)
    expect(read).not.toHaveBeenCalled()
    const all = readParts()
    await arrive()
    await all
    render(<Part to="Cai" />)
    expect(screen.getByText('Hello Cai')).toBeDefined()
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('is a mishap of the window if it cannot be read, and keeps no other part away', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const lost = reading<ComponentType>(() => null)
    const found = reading<ComponentType<{ to: string }>>(Hello)
    const Lost = laterPart(lost.read)
    const Found = laterPart(found.read)
    const all = readParts()
    await lost.fail()
    await found.arrive()
    await all
    render(
      <>
        <Boundary>
          <Lost />
        </Boundary>
        <Found to="Dag" />
      </>,
    )
    expect(document.body.textContent).toBe('A mishapHello Dag')
  })
})

describe('before the first sight', () => {
  it('nothing is read, whoever needs it', async () => {
    vi.resetModules()
    const window = await import('./later')
    const { read, arrive } = reading('a tool')
    const arrived = vi.fn()
    window.later(read).need(arrived)
    expect(read).not.toHaveBeenCalled()
    const all = window.readParts()
    expect(read).toHaveBeenCalledTimes(1)
    await arrive()
    await all
    expect(arrived).toHaveBeenCalledTimes(1)
  })
})

describe('an effect that needs something read later', () => {
  it('begins when it is here, and ends when it is told to', async () => {
    const { read, arrive } = reading('a tool')
    const tool = later(read)
    const told: string[] = []
    const end = onceHere(tool, (value) => {
      told.push(`began with ${value}`)
      return () => told.push('ended')
    })
    expect(told).toEqual([])
    await arrive()
    expect(told).toEqual(['began with a tool'])
    end()
    expect(told).toEqual(['began with a tool', 'ended'])
  })

  it('never begins if it is over before', async () => {
    const { read, arrive } = reading('a tool')
    const begin = vi.fn(() => () => undefined)
    const end = onceHere(later(read), begin)
    end()
    await arrive()
    expect(begin).not.toHaveBeenCalled()
  })
})
