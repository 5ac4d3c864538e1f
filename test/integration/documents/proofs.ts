/** How each command that a document shows is proven. A command without a line here fails the test. */

/** One of these has to be so. */
export type Proof =
  /** It is run by the test itself, from the project's folder, and says this. */
  | { readonly by: 'running it'; readonly says: RegExp }
  /** Another file runs it, or what is behind it: a test, or a workflow of CI. */
  | { readonly by: 'file'; readonly file: string; readonly holds: string }

const file = (path: string, holds: string): Proof => ({ by: 'file', file: path, holds })
const ci = (holds: string): Proof => file('.github/workflows/ci.yml', holds)
const documented = file('test/integration/scripts/documented.test.ts', 'shows only commands')
const shell = file('test/e2e/scripts.spec.ts', "terminal.latchkey('token'")

export const proofs: Readonly<Record<string, Proof>> = {
  'npm start': ci('npm start -- --tour'),
  'npm start -- --tour': ci('npm start -- --tour'),
  'npm test': ci('run: npm test'),
  'npm test -- unit': file('scripts/selection.test.mjs', "'unit'"),
  'npm test -- integration': file('scripts/rings.mjs', "'integration'"),
  'npm test -- e2e': file('scripts/selection.test.mjs', "'e2e'"),
  'npm test -- unit integration': file('scripts/selection.test.mjs', "'unit'"),
  'npm ci': ci('run: npm ci'),
  'npm run dev': ci('npm run dev'),
  'npx install-electron': ci('npx install-electron'),
  'npm run build': ci('npm run build'),
  // The ring `check` is made of its parts, and `unit` of what is left.
  'npm run check': file('scripts/rings.mjs', "name.startsWith('check:')"),
  'npm run test:faults': ci('run: npm run test:faults'),
  'npm run test:faults -- keychain': ci('run: npm run test:faults'),
  'npm run bench': ci('run: npm run bench'),
  'npm run bench -- main': ci('run: npm run bench'),
  'npm run bench -- --plot': file('test/bench/cli.ts', "'--plot'"),
  'npm run gallery': file('scripts/pictures.mjs', 'gallery'),
  'npm run test:a11y': ci('run: npm run test:a11y'),
  'node scripts/icons.mjs': file('scripts/icons.test.mjs', 'icons.mjs'),
  'npm run pictures': ci('run: npm run pictures'),
  'npm run electronegativity': ci('run: npm run electronegativity'),
  'npm run package': file('.github/workflows/release.yml', 'npm run package'),
  'npm run package -- --check': ci('npm run package -- --check'),
  'npm run package -- --unsigned': ci('npm run package -- --unsigned'),
  'npm run -s latchkey -- --help': { by: 'running it', says: /latchkey token SERVICE/ },
  'npm run -s latchkey -- token ruuvi': shell,
  'ln -s "$PWD/scripts/latchkey.mjs" ~/.local/bin/latchkey': file(
    'test/e2e/terminal.ts',
    'scripts/latchkey.mjs',
  ),
  'TOKEN=$(latchkey token ipcola)': shell,
  'TOKEN=$(latchkey token ruuvi)': shell,
  'latchkey token SERVICE': documented,
  'latchkey token ruuvi': documented,
  'latchkey token ruuvi --account "Home sensors"': documented,
  'latchkey token ruuvi --account home@example.org --json': documented,
  'latchkey token network.ruuvi.com': documented,
  'latchkey accounts': documented,
  'latchkey accounts --all --json': documented,
  'latchkey switch home@example.org': documented,
  'latchkey switch "Home sensors" --service ruuvi': documented,
  'latchkey --help': documented,
  'latchkey --quick-login': file('src/main/desktop/starts.test.ts', '--quick-login'),
  'if TOKEN=$(latchkey token ipcola); then': file('test/e2e/use-token.sh', 'latchkey'),
  [`printf 'header = "Authorization: Bearer %s"\\n' "$TOKEN" |`]: file(
    'test/e2e/use-token.sh',
    'Authorization: Bearer',
  ),
  'curl --fail --config - https://api.ipcola.com/api/user/info': file(
    'test/e2e/use-token.sh',
    '--config -',
  ),
  fi: file('test/e2e/use-token.sh', 'fi'),
  'source <(latchkey completion bash)': file('src/cli/completion.test.ts', 'bash'),
  'source <(latchkey completion zsh)': file('src/cli/completion.test.ts', 'zsh'),
  'latchkey completion fish > ~/.config/fish/completions/latchkey.fish': file(
    'src/cli/completion.test.ts',
    'fish',
  ),
  'openssl x509 -in certificate.pem -noout -fingerprint -sha256': file(
    'test/integration/documents/documents.test.ts',
    'certificate.pem',
  ),
}
