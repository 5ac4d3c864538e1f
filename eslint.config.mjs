import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * The fences between the rooms (docs/architecture.md). Each names the one place that may use the
 * thing, so that whoever meets the rule knows where to go instead.
 */
const fence = {
  keytar: {
    name: 'keytar',
    message: 'Only src/main/keychain/process.ts may load keytar. Elsewhere take a Keychain.',
  },
  axios: {
    name: 'axios',
    message: 'Only src/main/adapters/http.ts may use axios. Elsewhere take an HttpClient.',
  },
  electron: {
    name: 'electron',
    message:
      'Electron belongs to src/main/desktop, src/main/bridge, src/preload and src/main/index.ts.',
  },
  ipcMain: {
    name: 'electron',
    importNames: ['ipcMain'],
    message: 'Only src/main/bridge may use ipcMain. Add a call to src/shared/contract.ts instead.',
  },
  ipcRenderer: {
    name: 'electron',
    importNames: ['ipcRenderer'],
    message: 'Only src/preload/index.ts may use ipcRenderer.',
  },
}

/**
 * What only one file may write, whatever it imports. Each is a promise of docs/security.md: an exception
 * elsewhere would be one that nobody finds by reading the place that the page names.
 */
const places = {
  'src/renderer/bridge.ts': [
    {
      selector: "MemberExpression[object.name='window'][property.name='latchkey']",
      message:
        'Only src/renderer/bridge.ts may use window.latchkey. Elsewhere import the typed client.',
    },
  ],
  'src/main/desktop/program-window.ts': [
    {
      selector:
        'NewExpression[callee.name=/^(BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/]',
      message: 'Only src/main/desktop/program-window.ts makes windows. Elsewhere ask Windows.',
    },
    {
      selector: 'CallExpression[callee.property.name=/^(loadURL|loadFile)$/]',
      message: 'Only src/main/desktop/program-window.ts loads pages, and only own ones.',
    },
  ],
  'src/main/desktop/window-looks.ts': [
    {
      selector: "Property[key.name='webPreferences']",
      message:
        'Only src/main/desktop/window-looks.ts says what pages may do, for all windows alike.',
    },
  ],
  'src/main/desktop/appearance.ts': [
    {
      selector: "MemberExpression[property.name='themeSource']",
      message: 'Only src/main/desktop/appearance.ts makes windows light or dark.',
    },
  ],
  'src/main/desktop/guards.ts': [
    {
      selector:
        'MemberExpression[property.name=/^(setPermission|setDevicePermission|setDisplayMedia|setCertificateVerify|setUSBProtected|setBluetooth|setWindowOpen|webRequest$)/]',
      message: 'Only src/main/desktop/guards.ts refuses or allows what a page asks for.',
    },
    {
      selector:
        'CallExpression[callee.property.name=/^(on|once|addListener)$/] > Literal[value=/^(will-(navigate|redirect|frame-navigate|attach-webview|download)|certificate-error|select-.+|login)$/]',
      message: 'Only src/main/desktop/guards.ts decides about these events.',
    },
  ],
  'src/main/desktop/page.ts': [
    {
      selector:
        'MemberExpression[property.name=/^(registerSchemesAsPrivileged|interceptFileProtocol)$/]',
      message: 'Only src/main/desktop/page.ts makes schemes known.',
    },
    {
      selector: "MemberExpression[object.property.name='protocol'][property.name='handle']",
      message: 'Only src/main/desktop/page.ts answers requests of pages.',
    },
  ],
  'src/main/index.ts': [
    {
      selector: "MemberExpression[object.name='shell']",
      message: 'Only src/main/index.ts hands links out. Elsewhere take the link opener.',
    },
    {
      selector: 'MemberExpression[property.name=/^(appendSwitch|appendArgument|fromPartition)$/]',
      message: 'Only src/main/index.ts sets switches and opens sessions.',
    },
  ],
  'src/main/adapters/http-check.ts': [
    {
      selector: "Property[key.name='rejectUnauthorized'][value.value=false]",
      message:
        'Only src/main/adapters/http-check.ts has certificates checked by a check of its own.',
    },
  ],
  // No file at all.
  nowhere: [
    {
      selector:
        'MemberExpression[property.name=/^(executeJavaScript|executeJavaScriptInIsolatedWorld|openPath|openDevTools)$/]',
      message:
        'Nothing may run code in a page, open a file with another program, or show the tools.',
    },
  ],
}

/** What a file may not write: all that is the privilege of others. */
function privilegesOfOthers(file) {
  const others = Object.entries(places).filter(([place]) => place !== file)
  return { 'no-restricted-syntax': ['error', ...others.flatMap(([, selectors]) => selectors)] }
}

const rooms = {
  main: {
    group: ['**/main/**'],
    message: 'This room may not know the main process. Share a shape through src/shared.',
  },
  renderer: {
    group: ['**/renderer/**'],
    message: 'This room may not know the renderer. Share a shape through src/shared.',
  },
  test: { group: ['**/test/**'], message: 'The program may not depend on its tests.' },
  node: { group: ['node:*'], message: 'This room may not use Node.' },
  contractValue: {
    group: [
      '**/shared/contract',
      '**/shared/calls/*',
      '**/shared/account',
      '**/shared/flow',
      '**/shared/site-trust',
      'zod',
    ],
    allowTypeImports: true,
    message: 'The renderer ships no zod: use `import type`.',
  },
}

function restrict(paths, patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }] }
}

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.node.json', './tsconfig.web.json'] },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'max-lines': ['error', { max: 300 }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      ...privilegesOfOthers(undefined),
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: restrict(Object.values(fence), [rooms.test]),
  },
  {
    files: ['src/shared/**/*.ts'],
    rules: restrict(Object.values(fence), [rooms.main, rooms.renderer, rooms.node, rooms.test]),
  },
  {
    files: ['src/preload/**/*.ts'],
    rules: restrict(
      [fence.keytar, fence.axios],
      [rooms.main, rooms.renderer, rooms.node, rooms.test],
    ),
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: restrict(Object.values(fence), [
      rooms.main,
      rooms.node,
      rooms.test,
      rooms.contractValue,
    ]),
  },
  {
    files: ['src/main/index.ts', 'src/main/desktop/**/*.ts'],
    rules: restrict(
      [fence.keytar, fence.axios, fence.ipcMain, fence.ipcRenderer],
      [rooms.renderer, rooms.test],
    ),
  },
  {
    files: ['src/main/bridge/**/*.ts'],
    rules: restrict([fence.keytar, fence.axios, fence.ipcRenderer], [rooms.renderer, rooms.test]),
  },
  {
    files: ['src/main/keychain/process.ts'],
    rules: restrict([fence.axios, fence.electron], [rooms.renderer, rooms.test]),
  },
  {
    files: ['src/main/adapters/http.ts'],
    rules: restrict([fence.keytar, fence.electron], [rooms.renderer, rooms.test]),
  },
  ...Object.keys(places)
    .filter((file) => file !== 'nowhere')
    .map((file) => ({ files: [file], rules: privilegesOfOthers(file) })),
  // Unit tests stand beside their module and may use the sandbox.
  {
    files: ['src/**/*.test.{ts,tsx}', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off', 'no-restricted-syntax': 'off' },
  },
  { files: ['test/**/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['*.config.{ts,mjs}'], rules: { 'no-restricted-exports': 'off' } },
)
