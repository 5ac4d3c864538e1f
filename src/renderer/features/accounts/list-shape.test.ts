import { describe, expect, it } from 'vitest'
import { shapeOf } from './list-rig'
import { headingHeight, rowHeight } from './list-shape'

describe('where an item stands', () => {
  it('is found again from its height, heading or row, to the last pixel', () => {
    const shape = shapeOf(3, 1, 5)
    let y = 0
    for (let index = 0; index < shape.count; index += 1) {
      const height = shape.at(index)?.row === -1 ? headingHeight : rowHeight
      expect([shape.itemAt(y), shape.itemAt(y + height - 1)]).toEqual([index, index])
      y += height
    }
    expect(y).toBe(shape.height)
  })

  it('is the first above the list and the last below it, and none where there is none', () => {
    const shape = shapeOf(2, 2)
    expect([shape.itemAt(-1), shape.itemAt(shape.height)]).toEqual([0, 5])
    expect(shapeOf().itemAt(0)).toBe(-1)
  })
})
