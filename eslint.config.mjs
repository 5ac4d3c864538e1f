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

/** What people read has a letter in it; the program's name is the same in every language. */
const words = String.raw`/^(?!Latchkey$).*\p{L}/su`
const literalWords = `:matches(Literal[value=${words}], TemplateLiteral:has(> TemplateElement[value.raw=${words}]))`
const shownAttributes =
  '/^(title|alt|placeholder|label|hint|text|note|aria-(label|description|roledescription|valuetext))$/'
const shownProperties =
  '/^(label|sublabel|title|subtitle|message|detail|body|buttonLabel|checkboxLabel|copyright|credits)$/'

/** Where people read, nothing may be said that stands in no catalogue: it would be in English for everybody. */
const catalogued = {
  pages: [
    `JSXText[value=${words}]`,
    `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > ${literalWords}`,
    `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > ${literalWords}`,
    `JSXAttribute[name.name=${shownAttributes}] > ${literalWords}`,
    `JSXAttribute[name.name=${shownAttributes}] > JSXExpressionContainer > ${literalWords}`,
    `JSXAttribute[name.name=${shownAttributes}] > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > ${literalWords}`,
  ],
  desktop: [
    `Property[key.name=${shownProperties}] > ${literalWords}`,
    `Property[key.name=${shownProperties}] > ConditionalExpression > ${literalWords}`,
  ],
}

/** What stands in no catalogue and may not be written in a file. */
function wordsOutside(file = '') {
  const selectors = file.startsWith('src/renderer/')
    ? catalogued.pages
    : file.startsWith('src/main/desktop/')
      ? catalogued.desktop
      : []
  const message = 'Words belong into a catalogue (src/shared/text), in every language.'
  return selectors.map((selector) => ({ selector, message }))
}

/** What a file may not write: all that is the privilege of others, and words for people. */
function privilegesOfOthers(file) {
  const others = Object.entries(places).filter(([place]) => place !== file)
  const taken = others.flatMap(([, selectors]) => selectors)
  return { 'no-restricted-syntax': ['error', ...taken, ...wordsOutside(file)] }
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
  catalogues: {
    regex: 'shared/text(/index|/(en|fi|zh-Hans)(/.*)?)?$',
    allowTypeImports: true,
    message: 'A page loads the words of one language alone: take them from useText.',
  },
  contractValue: {
    group: [
      '**/shared/contract',
      '**/shared/calls/*',
      '**/shared/account',
      '**/shared/account-parts',
      '**/shared/desktop-view',
      '**/shared/flow',
      '**/shared/ids',
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
      rooms.catalogues,
    ]),
  },
  {
    // Tests and the gallery have every language at hand.
    files: ['src/renderer/gallery/**/*.{ts,tsx}', 'src/renderer/**/*-rig.tsx'],
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
  { files: ['src/renderer/**/*.{ts,tsx}'], rules: privilegesOfOthers('src/renderer/') },
  { files: ['src/main/desktop/**/*.ts'], rules: privilegesOfOthers('src/main/desktop/') },
  // The gallery is not part of the program, and its list of scenes is for those who make it.
  { files: ['src/renderer/gallery/**/*.{ts,tsx}'], rules: privilegesOfOthers(undefined) },
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
