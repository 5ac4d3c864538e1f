/**
 * Finnish. Each topic is typed against the English one of the same name, so that a text which is
 * missing or left over does not compile.
 */
import type { Text } from './en'
import { accountPage } from './fi/account-page'
import { accountBusy, accounts, accountStates, home } from './fi/accounts'
import { app } from './fi/app'
import { backup } from './fi/backup'
import { command } from './fi/command'
import { about, dialogs, menu, tray } from './fi/desktop'
import { failureParts, failures, remedies } from './fi/failures'
import { palette, quickLogin, shortcuts } from './fi/finder'
import { add, fieldProblems, flow } from './fi/flow'
import { health, notices } from './fi/health'
import { book, keychain } from './fi/keychain'
import { colours, describing, list } from './fi/list'
import { lock } from './fi/lock'
import { lockFile } from './fi/lock-file'
import { passphrase } from './fi/passphrase'
import { passwords } from './fi/passwords'
import { diagnostics, privacy } from './fi/privacy'
import { prose } from './fi/prose'
import { scriptAnswers, scripts } from './fi/scripts'
import { settings } from './fi/settings'
import { keyLabels } from './key-names'
import { settingsFile } from './fi/settings-file'
import { trust } from './fi/trust'

export const fi: Text = {
  app,
  prose,
  home,
  accounts,
  accountStates,
  accountBusy,
  accountPage,
  list,
  colours,
  describing,
  add,
  flow,
  fieldProblems,
  lock,
  lockFile,
  passphrase,
  passwords,
  settings,
  settingsFile,
  privacy,
  diagnostics,
  keyLabels,
  trust,
  palette,
  quickLogin,
  shortcuts,
  health,
  notices,
  scripts,
  scriptAnswers,
  backup,
  command,
  about,
  keychain,
  book,
  failures,
  remedies,
  failureParts,
  tray,
  menu,
  dialogs,
}
