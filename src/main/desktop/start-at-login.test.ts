import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings, type DesktopView } from '../../shared/settings'
import { DurableFile } from '../accounts/durable-file'
import { Observed } from '../observed'
import { SettingsStore, settingsFormat } from '../settings/settings'
import { autostartFile, execArgument, followStartAtLogin, type LoginItem } from './start-at-login'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-autostart-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('the autostart file', () => {
  const itemIn = (env: NodeJS.ProcessEnv) =>
    autostartFile({ env, home: folder, name: 'Latchkey', command: ['/opt/Latch key/latchkey'] })

  it('is there while it is wanted, and starts the program unseen', async () => {
    const item = itemIn({})
    expect(await item.isSet()).toBe(false)
    await item.set(true)
    expect(await item.isSet()).toBe(true)
    const text = await readFile(join(folder, '.config/autostart/latchkey.desktop'), 'utf8')
    expect(text.split('\n')).toEqual([
      '[Desktop Entry]',
      'Type=Application',
      'Name=Latchkey',
      'Exec="/opt/Latch key/latchkey" "--hidden"',
      'Terminal=false',
      '',
    ])
    await item.set(false)
    await item.set(false)
    expect(await item.isSet()).toBe(false)
  })

  it('stands where the desktop looks for it', async () => {
    await itemIn({ XDG_CONFIG_HOME: join(folder, 'config') }).set(true)
    await readFile(join(folder, 'config/autostart/latchkey.desktop'))
    await itemIn({ XDG_CONFIG_HOME: 'relative' }).set(true)
    await readFile(join(folder, '.config/autostart/latchkey.desktop'))
  })

  it('starts the program where it is now, and keeps what the person has changed', async () => {
    await itemIn({}).set(true)
    const file = join(folder, '.config/autostart/latchkey.desktop')
    const delay = 'X-GNOME-Autostart-Delay=5\n'
    await writeFile(file, `${await readFile(file, 'utf8')}${delay}`)
    const moved = autostartFile({ env: {}, home: folder, name: 'Latchkey', command: ['/new"/$&'] })
    await moved.renew()
    const text = await readFile(file, 'utf8')
    expect(text).toContain(
      `\nExec=${execArgument('/new"/$&')} "--hidden"\nTerminal=false\n${delay}`,
    )
    for (const exec of ['env A=1 /mine/latchkey --hidden', '"/old" "--no-sandbox" "--hidden"']) {
      const own = text.replace(/^Exec=.*$/m, `Exec=${exec}`)
      await writeFile(file, own)
      await moved.renew()
      expect(await readFile(file, 'utf8')).toBe(own)
    }
  })

  it('does not count when the desktop has switched it off', async () => {
    const item = itemIn({})
    await item.set(true)
    const file = join(folder, '.config/autostart/latchkey.desktop')
    await writeFile(file, `${await readFile(file, 'utf8')}Hidden=true\n`)
    expect(await item.isSet()).toBe(false)
  })

  it.each([
    ['/usr/bin/latchkey', '"/usr/bin/latchkey"'],
    ['/a b/50%/x', '"/a b/50%%/x"'],
    ['/a"b', String.raw`"/a\\"b"`],
    ['/a$b`c', String.raw`"/a\\$b\\` + '`c"'],
    [String.raw`/a\b`, String.raw`"/a\\\\b"`],
  ])('writes %s so that it is read as that', (argument, written) => {
    expect(execArgument(argument)).toBe(written)
  })
})

describe('starting at login', () => {
  const desktopView: DesktopView = { tray: 'there', canStartAtLogin: true }
  const log = { info: vi.fn(), bug: vi.fn() }

  const renew = vi.fn(() => Promise.resolve())

  async function follow(item: LoginItem, startAtLogin = false) {
    const file = new DurableFile(join(folder, 'settings.json'), settingsFormat)
    const settings = new SettingsStore(file, { ...defaultSettings, startAtLogin })
    const desktop = new Observed(desktopView)
    await followStartAtLogin({ item, settings, desktop, log })
    return { settings, desktop }
  }

  it('follows the setting', async () => {
    const set = vi.fn<LoginItem['set']>(() => Promise.resolve())
    const { settings } = await follow({ isSet: () => Promise.resolve(false), set, renew })
    await settings.change({ startAtLogin: true })
    await settings.change({ notifications: false })
    await settings.change({ startAtLogin: false })
    await vi.waitFor(() => expect(set.mock.calls).toEqual([[true], [false]]))
  })

  it('believes the system at the start', async () => {
    const set = vi.fn(() => Promise.resolve())
    const { settings } = await follow({ isSet: () => Promise.resolve(false), set, renew }, true)
    expect(settings.value.startAtLogin).toBe(false)
    expect(set).not.toHaveBeenCalled()
  })

  it('renews at the start what is set, and only that, and goes on where that is refused', async () => {
    renew.mockClear()
    const set = vi.fn<LoginItem['set']>(() => Promise.resolve())
    await follow({ isSet: () => Promise.resolve(false), set, renew })
    expect(renew).not.toHaveBeenCalled()
    log.bug.mockClear()
    renew.mockRejectedValueOnce(new Error('refused'))
    const { settings } = await follow({ isSet: () => Promise.resolve(true), set, renew })
    expect(renew).toHaveBeenCalledOnce()
    expect(log.bug).toHaveBeenCalledOnce()
    log.bug.mockClear()
    await settings.change({ startAtLogin: false })
    await vi.waitFor(() => expect(set.mock.calls).toEqual([[false]]))
  })

  it('says so and stays as it was where the system refuses', async () => {
    const config = join(folder, 'config')
    await mkdir(config)
    await writeFile(join(config, 'autostart'), 'a file in the place of the folder')
    await chmod(config, 0o500)
    const item = autostartFile({
      env: { XDG_CONFIG_HOME: config },
      home: folder,
      name: 'Latchkey',
      command: ['/latchkey'],
    })
    const { settings, desktop } = await follow(item)
    await settings.change({ startAtLogin: true })
    await vi.waitFor(() => expect(desktop.value.startAtLoginFailed).toBe(true))
    await vi.waitFor(() => expect(settings.value.startAtLogin).toBe(false))
    expect(log.bug).toHaveBeenCalledTimes(1)
  })
})
