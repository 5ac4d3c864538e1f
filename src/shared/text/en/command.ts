/** What the command line says by itself, without the program. */
export const command = {
  help: `Usage:
  latchkey token SERVICE [--account LABEL|EMAIL] [--json]
  latchkey accounts [--all] [--json]
  latchkey switch LABEL|EMAIL [--service SERVICE]
  latchkey completion bash|zsh|fish

Gives scripts the tokens of a running Latchkey. Allow it once in the settings,
under "Tokens for scripts".

  token       prints the token of the active account, or of the one you name
  accounts    lists the accounts, with no secrets
  switch      makes an account the active one of its server
  completion  prints a completion script for your shell

SERVICE is ipcola, ruuvi or cloudreve, or the name, host or address of a server.

  -a, --account LABEL|EMAIL   which account
  -s, --service SERVICE       where to look for the account
      --all                   list hidden accounts, too
      --json                  print JSON
  -h, --help                  print this
      --version               print the version

Exit codes: 0 done, 1 failed (as when a token could not be renewed), 2 wrong usage
or no such account, 3 Latchkey is not running, 4 the account has to log in,
5 refused (switched off, not allowed, locked).`,
  hint: 'Try: latchkey --help',
  unknownCommand: (word: string) => `There is no command “${word}”.`,
  noCommand: 'Say what to do.',
  needs: (what: string) => `${what} is missing.`,
  tooMuch: (word: string) => `“${word}” is one word too many.`,
  notHere: (option: string) => `${option} does not belong to this command.`,
  empty: (option: string) => `${option} is empty.`,
  noShell: (shell: string) => `There is no completion for “${shell}”: bash, zsh or fish.`,
  switched: (account: string, server: string) => `${account} is active at ${server}.`,
  notRunning: 'Latchkey is not running. Start it, then try again.',
  lost: 'Latchkey ended before it answered.',
  notUnderstood: 'What answered is not this version of Latchkey.',
  unproven:
    'What answered is not your Latchkey, so nothing was asked there. Start Latchkey, then try again.',
  noAnswer: 'Latchkey did not answer in time.',
  unsafe: {
    'other-owner': (path: string) =>
      `${path} belongs to another user, so nothing was asked there. Latchkey gives tokens only to the user it runs as.`,
    'open-to-others': (path: string) =>
      `Others may open or change ${path}, so nothing was asked there. Take their rights away if nobody else needs it; otherwise keep Latchkey’s folder elsewhere.`,
    'closed-to-us': (path: string) =>
      `${path} is closed to this user. Latchkey gives tokens only to the user it runs as.`,
    'wrong-kind': (path: string) =>
      `${path} is not what Latchkey puts there, so nothing was asked there.`,
  },
}
