import type Electron from 'electron'

/** The host's pages are sandboxed, isolated and without Node, always; it says so rather than differ. */
export function refuseOpenPages(preferences: Electron.WebPreferences): void {
  const wrong = (
    [
      ['sandbox', false],
      ['contextIsolation', false],
      ['nodeIntegration', true],
      ['webSecurity', false],
      ['webviewTag', true],
    ] as const
  ).find(([name, value]) => preferences[name] === value)
  if (wrong === undefined) return
  throw new Error(`The Chromium host opens no page with webPreferences.${wrong[0]} = ${wrong[1]}.`)
}
