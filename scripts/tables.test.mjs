import { describe, expect, it } from 'vitest'
import { namesIn, readTables, tableUnder } from './tables.mjs'

const page = `# Page

| a | b |
| --- | :-: |
| 1 | \`x\` and \`y\` |
| two \\| three | |

text

## Other

| c |
| - |
| 4 |
`

describe('tables of a page', () => {
  it('come with their headings and cells by name', () => {
    expect(readTables(page)).toEqual([
      {
        heading: 'Page',
        columns: ['a', 'b'],
        rows: [
          { a: '1', b: '`x` and `y`' },
          { a: 'two \\| three', b: '' },
        ],
      },
      { heading: 'Other', columns: ['c'], rows: [{ c: '4' }] },
    ])
    expect(tableUnder(page, 'Other').rows).toHaveLength(1)
    expect(() => tableUnder(page, 'None')).toThrow('no table under "None"')
  })

  it('are refused with a row of another length', () => {
    expect(() => readTables('# H\n| a | b |\n| - | - |\n| 1 |')).toThrow('has 1 cells: | 1 |')
  })

  it('name things between backticks', () => {
    expect(namesIn('`x` and `y`')).toEqual(['x', 'y'])
    expect(namesIn(undefined)).toEqual([])
  })
})
