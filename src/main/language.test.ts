import { expect, it } from 'vitest'
import { defaultSettings, type Settings } from '../shared/settings'
import { Language } from './language'
import { Observed } from './observed'

async function languageOn(chosen: Settings['language']) {
  const settings = new Observed<Settings>({ ...defaultSettings, language: chosen })
  const language = await Language.open(settings, 'fi')
  const heard: string[] = []
  language.onChange((locale) => heard.push(locale))
  const choose = (next: Settings['language']) => settings.set({ ...settings.value, language: next })
  const spoken = () => new Promise((resolve) => language.onChange(resolve))
  return { settings, language, heard, choose, spoken }
}

it('speaks as the system does until the person chooses, and tells each change', async () => {
  const { language, heard, choose, spoken } = await languageOn('system')
  expect(language.text.settings.title).toBe('Asetukset')
  choose('en')
  await spoken()
  expect(language.text.settings.title).toBe('Settings')
  expect(language.formats.date(0)).toContain('1970')
  choose('zh-Hans')
  await spoken()
  expect(language.text.settings.title).toBe('设置')
  expect(language.formats.date(0)).toContain('年')
  choose('system')
  await spoken()
  expect(heard).toEqual(['en', 'zh-Hans', 'fi'])
})

it('has the words of the language that it says it speaks, at every moment', async () => {
  const { language, choose, spoken } = await languageOn('system')
  choose('en')
  expect([language.value, language.text.settings.title]).toEqual(['fi', 'Asetukset'])
  await spoken()
  expect([language.value, language.text.settings.title]).toEqual(['en', 'Settings'])
})

it('speaks what was chosen last, however fast', async () => {
  const { heard, choose, spoken } = await languageOn('system')
  for (const next of ['en', 'zh-Hans', 'system', 'en', 'system', 'zh-Hans'] as const) choose(next)
  await spoken()
  expect(heard).toEqual(['zh-Hans'])
})

it('tells nothing when another setting changes, or the choice means the same', async () => {
  const { settings, heard, choose, spoken } = await languageOn('system')
  settings.set({ ...settings.value, notifications: false })
  choose('fi')
  choose('en')
  choose('fi')
  choose('zh-Hans')
  await spoken()
  expect(heard).toEqual(['zh-Hans'])
})
