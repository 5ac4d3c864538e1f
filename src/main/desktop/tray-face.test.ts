import { describe, expect, it } from 'vitest'
import { TrayFace } from './tray-face'
import type { TrayItem } from './tray-menu'

function drawn() {
  const calls: string[] = []
  const face = new TrayFace({
    setToolTip: (tooltip) => calls.push(tooltip),
    setItems: (items) => calls.push(`${items.length} items`),
  })
  return { face, calls }
}

const items: TrayItem[] = [{ kind: 'text', label: 'No accounts yet' }]

describe('the face of the tray', () => {
  it('draws the tooltip anew when only the count has changed', () => {
    const { face, calls } = drawn()
    face.show(items, 'Latchkey')
    face.show([...items], 'Latchkey: one account needs you')
    expect(calls).toEqual(['Latchkey', '1 items', 'Latchkey: one account needs you'])
  })

  it('leaves alone what is shown already', () => {
    const { face, calls } = drawn()
    face.show(items, 'Latchkey')
    face.show([{ kind: 'text', label: 'No accounts yet' }], 'Latchkey')
    face.show([], 'Latchkey')
    expect(calls).toEqual(['Latchkey', '1 items', '0 items'])
  })
})
