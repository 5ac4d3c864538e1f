import { expect, it } from 'vitest'
import { defaultSettings, type Settings } from '../shared/settings'
import { Language } from './language'
import { Observed } from './observed'

function languageOn(chosen: Settings['language']) {
  const settings = new Observed<Settings>({ ...defaultSettings, language: chosen })
  const language = new Language(settings, 'fi')
  const heard: string[] = []
  language.onChange((locale) => heard.push(locale))
  const choose = (next: Settings['language']) => settings.set({ ...settings.value, language: next })
  return { settings, language, heard, choose }
}

it('speaks as the system does until the person chooses, and tells each change', () => {
  const { language, heard, choose } = languageOn('system')
  expect(language.text.settings.title).toBe('Asetukset')
  choose('en')
  expect(language.text.settings.title).toBe('Settings')
  expect(language.formats.date(0)).toContain('1970')
  choose('zh-Hans')
  expect(language.text.settings.title).toBe('设置')
  expect(language.formats.date(0)).toContain('年')
  choose('system')
  expect(heard).toEqual(['en', 'zh-Hans', 'fi'])
})

it('tells nothing when another setting changes, or the choice means the same', () => {
  const { settings, heard, choose } = languageOn('system')
  settings.set({ ...settings.value, notifications: false })
  choose('fi')
  expect(heard).toEqual([])
})
