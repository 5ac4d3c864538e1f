import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/settings'
import { DurableFile } from '../accounts/durable-file'
import { firstSettings, SettingsStore, settingsFormat } from './settings'

async function folderWith(text?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-settings-'))
  if (text !== undefined) await writeFile(join(folder, 'settings.json'), text)
  return folder
}

async function open(folder: string): Promise<SettingsStore> {
  const file = new DurableFile(join(folder, 'settings.json'), settingsFormat)
  return new SettingsStore(file, firstSettings(await file.load()))
}

describe('settings', () => {
  it('are kept, and those that an older version did not know are as for somebody new', async () => {
    const folder = await folderWith(JSON.stringify({ version: 1, notifications: false }))
    const settings = await open(folder)
    expect(settings.value).toEqual({ ...defaultSettings, notifications: false })
    expect(await settings.change({ scripts: 'ask' })).toEqual({ ok: true, value: undefined })
    expect((await open(folder)).value).toEqual({
      ...defaultSettings,
      notifications: false,
      scripts: 'ask',
    })
  })

  it('with a language that only a newer version speaks are not damaged: it is the system’s here', async () => {
    const text = JSON.stringify({ version: 1, language: 'tlh', notifications: false })
    const settings = await open(await folderWith(text))
    expect(settings.value).toEqual({ ...defaultSettings, notifications: false })
  })

  it('go on after a change that was a bug, and their end can be awaited', async () => {
    const settings = await open(await folderWith())
    await expect(settings.change({ allowedPrograms: [''] })).rejects.toThrow()
    await settings.idle()
    expect(await settings.change({ scripts: 'on' })).toEqual({ ok: true, value: undefined })
    expect(settings.value.scripts).toBe('on')
  })

  it('that are damaged are set aside, and give no program anything', async () => {
    const folder = await folderWith('{"version":1,"scripts":"on",')
    expect((await open(folder)).value).toEqual(defaultSettings)
    const aside = (await readdir(folder)).find((name) => name.includes('.damaged-'))
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toContain('"scripts":"on"')
  })

  it('that are restored from their copy allow no script, for that may have been the newest change', async () => {
    const folder = await folderWith()
    const before = await open(folder)
    await before.change({ scripts: 'ask', allowedPrograms: ['report.sh'], notifications: false })
    await before.change({ scripts: 'off', allowedPrograms: [] })
    await writeFile(join(folder, 'settings.json'), '{')
    const restored = { ...defaultSettings, notifications: false }
    expect((await open(folder)).value).toEqual(restored)
    // The start after that finds the copy alone.
    expect((await open(folder)).value).toEqual(restored)
  })

  it('of a newer version are used as far as they are understood, and never written over', async () => {
    const text = JSON.stringify({ version: 2, ...defaultSettings, notifications: false, more: 1 })
    const folder = await folderWith(text)
    const settings = await open(folder)
    expect(settings.value.notifications).toBe(false)
    const changed = await settings.change({ notifications: true })
    expect(changed).toMatchObject({ ok: false, failure: { code: 'book-read-only' } })
    expect(settings.value.notifications).toBe(false)
    expect(await readFile(join(folder, 'settings.json'), 'utf8')).toBe(text)
  })
})
