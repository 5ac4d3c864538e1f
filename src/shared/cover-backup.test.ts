import { describe, expect, it } from 'vitest'
import { adapterId } from './account'
import { coverExport, coverImport, coverPreview } from './cover-backup'

const file = 'accounts of anna@home.example.latchkey-backup'

const anna = 'anna@home.example'

describe('while addresses are hidden', () => {
  it('the name of a file that was written shows none', () => {
    const counts = { accounts: 1, tokens: 1, passwords: 0, without: 0 }
    const covered = coverExport({ kind: 'done', file, ...counts })
    expect(covered).toMatchObject({ kind: 'done', ...counts })
    expect(JSON.stringify(covered)).not.toContain('anna@home')
  })

  it('an account that would come shows none in its name and its tags', () => {
    const covered = coverPreview({
      items: [
        {
          ...{ kind: 'account', id: 0, ticked: true, email: anna, label: `${anna} (old)` },
          ...{ adapter: adapterId.parse('ruuvi'), baseUrl: 'https://api.example' },
          ...{ token: true, password: false, tags: ['home', `of ${anna}`] },
          ...{ hidden: true, active: true },
        },
      ],
      same: 0,
      leftOut: { count: 0, named: [] },
    })
    expect(covered.items).toMatchObject([
      { id: 0, hidden: true, tags: ['home', expect.anything()] },
    ])
    expect(JSON.stringify(covered)).not.toContain('anna@home')
  })

  it('the name of a file that was chosen shows none', () => {
    expect(JSON.stringify(coverImport({ kind: 'chosen', file, created: 1 }))).not.toContain(
      'anna@home',
    )
  })
})
