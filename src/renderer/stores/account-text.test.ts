import { describe, expect, it } from 'vitest'
import { servers, services } from '../gallery/sample-services'
import { account } from '../gallery/samples'
import { accountText, hasEveryWord, queryWords } from './account-text'

const [ipcola] = servers
const [service] = services
if (!ipcola || !service) throw new Error('The samples are too few.')
const cafe = account('account-1', ipcola, {
  label: 'Café Nord',
  email: 'Till@Example.org',
  tags: ['Werk', 'Ålesund'],
})

describe('the text of an account', () => {
  it.each(['café', 'CAFE nord', 'till@', 'werk alesund', 'api.ipcola.com', 'ipcola cafe', ''])(
    'is found by %o',
    (query) => {
      expect(hasEveryWord(accountText(cafe, ipcola, service), queryWords(query))).toBe(true)
    },
  )

  it('is not found by a word that is nowhere in it, nor across two parts of it', () => {
    const text = accountText(cafe, ipcola, service)
    expect(hasEveryWord(text, queryWords('cafe south'))).toBe(false)
    expect(hasEveryWord(text, ['nordtill'])).toBe(false)
  })

  it('is made anew when the server is called something else', () => {
    accountText(cafe, ipcola, service)
    const renamed = { ...ipcola, name: 'Elsewhere' }
    expect(accountText(cafe, renamed, service)).toContain('elsewhere')
  })
})
