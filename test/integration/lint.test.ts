/** That lint notices who takes a privilege that docs/security.md gives to one file alone. */
import { join } from 'node:path'
import { ESLint, Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import tseslint from 'typescript-eslint'

const root = join(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: root })

/** What the rules that need no types say of a file's text. */
async function complaints(file: string, text: string): Promise<string[]> {
  // The configuration is the project's own; of a file that is not there the types are not known.
  const config: unknown = await eslint.calculateConfigForFile(join(root, file))
  const rules = Reflect.get(Object(config) as object, 'rules') as Linter.RulesRecord
  const kept = ['no-restricted-syntax', '@typescript-eslint/no-restricted-imports'] as const
  const chosen = Object.fromEntries(kept.map((name) => [name, rules[name] ?? 'off']))
  const found = new Linter().verify(
    text,
    {
      files: ['**/*.{ts,tsx}'],
      languageOptions: {
        parser: tseslint.parser,
        parserOptions: { ecmaFeatures: { jsx: file.endsWith('.tsx') } },
      },
      plugins: { '@typescript-eslint': tseslint.plugin },
      rules: chosen,
    },
    { filename: file },
  )
  return found.map(({ message }) => message)
}

const privileges: readonly [place: string, text: string][] = [
  ['src/main/desktop/program-window.ts', 'new BrowserWindow({})'],
  ['src/main/desktop/program-window.ts', 'new WebContentsView({})'],
  ['src/main/desktop/program-window.ts', 'void window.loadURL("https://example.com")'],
  ['src/main/desktop/window-looks.ts', 'use({ webPreferences: { sandbox: false } })'],
  ['src/main/desktop/appearance.ts', 'use(nativeTheme.themeSource)'],
  ['src/main/desktop/guards.ts', 'session.setPermissionRequestHandler(null)'],
  ['src/main/desktop/guards.ts', 'session.setPermissionCheckHandler(() => true)'],
  ['src/main/desktop/guards.ts', 'session.setDevicePermissionHandler(() => true)'],
  ['src/main/desktop/guards.ts', 'session.setCertificateVerifyProc(trust)'],
  ['src/main/desktop/guards.ts', 'session.webRequest.onBeforeRequest(null)'],
  ['src/main/desktop/guards.ts', 'contents.setWindowOpenHandler(() => ({ action: "allow" }))'],
  ['src/main/desktop/guards.ts', 'contents.on("will-navigate", look)'],
  ['src/main/desktop/guards.ts', 'app.on("certificate-error", trust)'],
  ['src/main/desktop/page.ts', 'protocol.registerSchemesAsPrivileged([])'],
  ['src/main/desktop/page.ts', 'session.protocol.handle("x", answer)'],
  ['src/main/index.ts', 'void shell.openExternal(url)'],
  ['src/main/index.ts', 'void shell.openPath(path)'],
  ['src/main/index.ts', 'app.commandLine.appendSwitch("disable-web-security")'],
  ['src/main/index.ts', 'session.fromPartition("persist:x")'],
  ['src/renderer/bridge.ts', 'window.latchkey.call("x")'],
]

const saysSomething: readonly [file: string, text: string][] = [
  ['src/renderer/features/other.tsx', 'use(<p>Log in</p>)'],
  ['src/renderer/features/other.tsx', 'use(<p>{busy ? "Working" : null}</p>)'],
  ['src/renderer/features/other.tsx', 'use(<p>{`${count} accounts`}</p>)'],
  ['src/renderer/ui/other.tsx', 'use(<button title="Close" />)'],
  ['src/renderer/ui/other.tsx', 'use(<input aria-label={"Search"} placeholder={words} />)'],
  ['src/renderer/ui/other.tsx', 'use(<img alt={`Picture of ${name}`} />)'],
  ['src/main/desktop/other.ts', 'use({ label: "Open", click })'],
  ['src/main/desktop/tray.ts', 'use({ title: name, body: `${name} needs you` })'],
  ['src/main/desktop/program-window.ts', 'use({ message: locked ? "Locked" : words })'],
]

const saysNothing: readonly [file: string, text: string][] = [
  [
    'src/renderer/features/other.tsx',
    'use(<p className="hint" title={words.close}>· {words.text}</p>)',
  ],
  ['src/renderer/features/other.tsx', 'use(<p>{kind === "home" ? words.home : "…"}</p>)'],
  ['src/renderer/gallery/other.tsx', 'use(<p>Scene</p>)'],
  ['src/main/desktop/other.ts', 'use({ title: "Latchkey", role: "quit", label: words.quit })'],
]

describe('lint', () => {
  it.each(saysSomething)('lets %s say nothing that no catalogue has: %s', async (file, text) => {
    expect((await complaints(file, text)).join()).toContain('src/shared/text')
  })

  it.each(saysNothing)('lets %s write: %s', async (file, text) => {
    expect(await complaints(file, text)).toEqual([])
  })

  it.each(['../shared/text', '../shared/text/fi', '../shared/text/en/lock'])(
    'lets no page import the words in %s',
    async (from) => {
      const text = `import { en } from '${from}'`
      expect(await complaints('src/renderer/other.ts', text)).toHaveLength(1)
      expect(
        await complaints('src/renderer/other.ts', `import type { Text } from '${from}'`),
      ).toEqual([])
    },
  )

  it.each(privileges)('lets %s alone write: %s', async (place, text) => {
    const own = await complaints(place, text)
    if (!text.includes('openPath')) expect(own).toEqual([])
    const others = ['src/main/desktop/other.ts', 'src/main/other.ts', 'src/renderer/other.ts']
    for (const other of others) {
      expect((await complaints(other, text)).join(), other).toContain(place)
    }
  })

  it.each([
    'void contents.executeJavaScript("1")',
    'window.webContents.openDevTools()',
    'use({ rejectUnauthorized: false })',
  ])('lets nobody write: %s', async (text) => {
    for (const file of ['src/main/index.ts', 'src/main/desktop/guards.ts', 'src/main/other.ts']) {
      expect(await complaints(file, text), file).toHaveLength(1)
    }
  })

  it.each([
    ['electron', 'src/main/accounts/other.ts', 'import { app } from "electron"'],
    ['ipcMain', 'src/main/desktop/other.ts', 'import { ipcMain } from "electron"'],
    ['ipcRenderer', 'src/main/desktop/other.ts', 'import { ipcRenderer } from "electron"'],
    ['electron in a page', 'src/renderer/other.ts', 'import { shell } from "electron"'],
    ['Node in a page', 'src/renderer/other.ts', 'import { readFile } from "node:fs"'],
    ['Node in the preload', 'src/preload/other.ts', 'import { readFile } from "node:fs"'],
  ])('fences %s off: %s', async (_what, file, text) => {
    expect(await complaints(file, text)).toHaveLength(1)
  })
})
