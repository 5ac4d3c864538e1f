import { describe, expect, it } from 'vitest'
import { TrayFace, type TrayLook } from './tray-face'
import type { TrayItem } from './tray-menu'

function drawn() {
  const calls: string[] = []
  const face = new TrayFace({
    setIcon: (attention) => calls.push(attention ? 'attention' : 'calm'),
    setToolTip: (tooltip) => calls.push(tooltip),
    setItems: (items) => calls.push(`${items.length} items`),
  })
  return { face, calls }
}

const items: readonly TrayItem[] = [{ kind: 'text', label: 'No accounts yet' }]
const calm: TrayLook = { items, tooltip: 'Latchkey', attention: false }

describe('the face of the tray', () => {
  it('draws icon and tooltip anew when only the count has changed', () => {
    const { face, calls } = drawn()
    face.show(calm)
    face.show({ items: [...items], tooltip: 'Latchkey: one account needs you', attention: true })
    expect(calls).toEqual([
      'calm',
      'Latchkey',
      '1 items',
      'attention',
      'Latchkey: one account needs you',
    ])
  })

  it('leaves alone what is shown already', () => {
    const { face, calls } = drawn()
    face.show(calm)
    face.show({ ...calm, items: [{ kind: 'text', label: 'No accounts yet' }] })
    face.show({ ...calm, items: [] })
    expect(calls).toEqual(['calm', 'Latchkey', '1 items', '0 items'])
    expect(face.shown.items).toEqual([])
  })

  it('draws everything again on a surface that is new', () => {
    const { face, calls } = drawn()
    face.again()
    expect(calls).toEqual([])
    face.show(calm)
    const before = calls.splice(0)
    face.again()
    expect(calls).toEqual(before)
  })
})
