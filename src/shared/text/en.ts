/**
 * English: the first catalogue, and by its type the measure of all others. Words live in en/ by
 * topic. What a service's own steps say belongs to its adapter, not here.
 */
import { accountPage } from './en/account-page'
import { accountBusy, accounts, accountStates, home } from './en/accounts'
import { app } from './en/app'
import { backup } from './en/backup'
import { command } from './en/command'
import { about, dialogs, menu, tray } from './en/desktop'
import { failureParts, failures, remedies } from './en/failures'
import { palette, quickLogin, shortcuts } from './en/finder'
import { add, fieldProblems, flow } from './en/flow'
import { health, notices } from './en/health'
import { book, keychain } from './en/keychain'
import { colours, describing, list } from './en/list'
import { lock } from './en/lock'
import { lockFile } from './en/lock-file'
import { passphrase } from './en/passphrase'
import { passwords } from './en/passwords'
import { diagnostics, privacy } from './en/privacy'
import { prose } from './en/prose'
import { scriptAnswers, scripts } from './en/scripts'
import { settings } from './en/settings'
import { settingsFile } from './en/settings-file'
import { trust } from './en/trust'
import { keyLabels } from './key-names'

export const en = {
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

/** What every language must have. */
export type Text = typeof en
