import { describe, expect, it } from 'vitest'
import { coverExport, coverImport } from './cover-backup'

const file = 'accounts of anna@home.example.latchkey-backup'

describe('while addresses are hidden', () => {
  it('the name of a file that was written shows none', () => {
    const counts = { accounts: 1, tokens: 1, passwords: 0, without: 0 }
    const covered = coverExport({ kind: 'done', file, ...counts })
    expect(covered).toMatchObject({ kind: 'done', ...counts })
    expect(JSON.stringify(covered)).not.toContain('anna@home')
  })

  it('the name of a file that was chosen shows none', () => {
    expect(JSON.stringify(coverImport({ kind: 'chosen', file, created: 1 }))).not.toContain(
      'anna@home',
    )
  })
})
