/** Simplified Chinese. Words live in zh-Hans/ by topic, under the same names as the English ones. */
import type { Text } from './en'
import { accountPage } from './zh-Hans/account-page'
import { accountBusy, accounts, accountStates, home } from './zh-Hans/accounts'
import { app } from './zh-Hans/app'
import { backup } from './zh-Hans/backup'
import { command } from './zh-Hans/command'
import { about, dialogs, menu, tray } from './zh-Hans/desktop'
import { failureParts, failures, remedies } from './zh-Hans/failures'
import { palette, quickLogin, shortcuts } from './zh-Hans/finder'
import { add, fieldProblems, flow } from './zh-Hans/flow'
import { health, notices } from './zh-Hans/health'
import { book, keychain } from './zh-Hans/keychain'
import { colours, describing, list } from './zh-Hans/list'
import { lock } from './zh-Hans/lock'
import { lockFile } from './zh-Hans/lock-file'
import { passphrase } from './zh-Hans/passphrase'
import { passwords } from './zh-Hans/passwords'
import { diagnostics, privacy } from './zh-Hans/privacy'
import { prose } from './zh-Hans/prose'
import { scriptAnswers, scripts } from './zh-Hans/scripts'
import { settings } from './zh-Hans/settings'
import { keyLabels } from './key-names'
import { settingsFile } from './zh-Hans/settings-file'
import { trust } from './zh-Hans/trust'

export const zhHans: Text = {
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
