/** What the report on access must say of a screen, and that it leaves none of the gallery out. */
import { expect, it } from 'vitest'
import { differencesFrom, rowOf, troublesOf } from './access-row'

const screens = ['first-start', 'home', 'settings']
const themes = ['light', 'dark']
const fine = { violations: [], text: { ratio: 4.5, where: 'p' }, control: undefined }
const all = themes.flatMap((theme) => screens.map((screen) => rowOf(screen, theme, fine)))

it('a report of every scene in both themes differs from the gallery in nothing', () => {
  expect(differencesFrom(screens, themes, all)).toEqual([])
})

it('a scene that is missing in one theme, strange, or there twice is named', () => {
  const rows = [
    ...all.filter(({ screen, theme }) => !(screen === 'first-start' && theme === 'dark')),
    rowOf('bygone', 'light', fine),
    rowOf('home', 'light', fine),
  ]
  expect(differencesFrom(screens, themes, rows)).toEqual([
    'light / bygone: not in the gallery',
    'light / home: more than once in the report',
    'dark / first-start: not in the report',
  ])
})

it('what is too low stays too low in the report, and is told', () => {
  const audit = { ...fine, text: { ratio: 4.499, where: 'p.soft' } }
  expect(rowOf('home', 'light', audit).lowestTextContrast).toBe(4.49)
  expect(troublesOf(audit)).toEqual(['contrast of a text: 4.49, at p.soft'])
  expect(troublesOf(fine)).toEqual([])
})
