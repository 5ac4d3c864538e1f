/** What the palette offers to do: for the whole program, and for the account in view. */
import type { AccountView, ServiceView } from '../../../shared/account'
import { hasUsableToken } from '../../../shared/account-need'
import type { KeychainView, Snapshot } from '../../../shared/contract'
import type { Text } from '../../../shared/text'
import { foldText, queryWords } from '../../stores/account-text'
import type { Actions } from '../../stores/actions'
import { rankOf, type Rank } from '../../stores/match-rank'
import type { UiState } from '../../stores/ui'
import type { ShortcutId } from '../shortcuts/shortcuts'

export type CommandIcon =
  | 'add'
  | 'check'
  | 'copy'
  | 'export'
  | 'forget'
  | 'hide'
  | 'home'
  | 'import'
  | 'keyboard'
  | 'keychain'
  | 'lock'
  | 'log-in'
  | 'log-out'
  | 'mail'
  | 'refresh'
  | 'remove'
  | 'rename'
  | 'settings'
  | 'show'
  | 'site'
  | 'undo'

export interface Command {
  readonly id: string
  readonly label: string
  readonly icon: CommandIcon
  readonly shortcut?: ShortcutId
  /** One of many of its kind: listed only once somebody has typed. */
  readonly onDemand?: boolean
  /** It goes on in the palette itself. */
  readonly keepsOpen?: boolean
  readonly run: () => void
}

export interface ProgramCommandsOptions {
  readonly snapshot: Snapshot
  readonly showHidden: UiState['showHidden']
  readonly actions: Actions
  readonly text: Text
}

/** What concerns no account alone. What cannot be done now is left out. */
export function programCommands(options: ProgramCommandsOptions): Command[] {
  const { snapshot, showHidden, actions, text } = options
  const words = text.palette.actions
  const some = snapshot.accounts.length > 0
  const checking = snapshot.checkAll.kind === 'running'
  return [
    ...snapshot.removals
      .filter(({ kind }) => kind === 'waiting')
      .map(({ account, label }): Command => ({
        id: `undo-${account}`,
        label: text.accounts.removal.undoOf(label),
        icon: 'undo',
        run: () => void actions.undoRemoval(account),
      })),
    {
      id: 'add',
      label: words.addAccount,
      icon: 'add',
      shortcut: 'add',
      run: () => actions.goTo({ kind: 'add' }),
    },
    ...snapshot.services.map(({ adapter, name }): Command => ({
      id: `add-${adapter}`,
      label: words.addAt(name),
      icon: 'add',
      onDemand: true,
      run: () => actions.goTo({ kind: 'add', adapter }),
    })),
    { id: 'home', label: words.home, icon: 'home', run: () => actions.goTo({ kind: 'home' }) },
    ...only(some, {
      id: 'check-all',
      label: checking ? words.stopChecking : words.checkAll,
      icon: 'check',
      run: () => void (checking ? actions.stopCheckingAll() : actions.checkAll()),
    }),
    ...only(keychainCanBeAsked(snapshot.keychain), {
      id: 'keychain',
      label: words.unlockKeychain,
      icon: 'keychain',
      run: () => void actions.retryKeychain(),
    }),
    ...only(snapshot.lock.kind !== 'off', {
      id: 'lock',
      label: words.lock,
      icon: 'lock',
      shortcut: 'lock',
      run: () => void actions.lockNow(),
    }),
    {
      id: 'quick-login',
      label: words.quickLogin,
      icon: 'log-in',
      run: () => void actions.openWindow('quick-login'),
    },
    ...only(
      snapshot.accounts.some(({ hidden }) => hidden),
      {
        id: 'hidden',
        label: showHidden ? words.hideHidden : words.showHidden,
        icon: showHidden ? 'hide' : 'show',
        run: () => actions.showHidden(!showHidden),
      },
    ),
    {
      id: 'addresses',
      label: snapshot.settings.hideAddresses ? words.showAddresses : words.hideAddresses,
      icon: snapshot.settings.hideAddresses ? 'show' : 'hide',
      shortcut: 'hideAddresses',
      run: () => void actions.toggleAddresses(),
    },
    {
      id: 'settings',
      label: words.settings,
      icon: 'settings',
      shortcut: 'settings',
      run: () => void actions.openWindow('settings'),
    },
    ...(['export', 'import'] as const).map((begin): Command => ({
      id: `backup-${begin}`,
      label: words.backup[begin],
      icon: begin,
      onDemand: true,
      run: () => void actions.openWindow('settings', { kind: 'backup', begin }),
    })),
    {
      id: 'shortcuts',
      label: words.shortcuts,
      icon: 'keyboard',
      shortcut: 'sheet',
      run: () => actions.lay('shortcuts'),
    },
    ...only(snapshot.surroundings.mailbox !== undefined, {
      id: 'mailbox',
      label: words.mailbox,
      icon: 'mail',
      run: () => void actions.openSite({ what: 'mailbox' }),
    }),
  ]
}

export interface AccountCommandsOptions {
  readonly account: AccountView
  readonly service: ServiceView
  readonly actions: Actions
  readonly text: Text
  readonly rename: () => void
}

/** What can be done to one account now. */
export function accountCommands(options: AccountCommandsOptions): Command[] {
  const { account, service, actions, text } = options
  const words = text.palette.account
  const { id, server, hasSecret } = account
  const copies = hasUsableToken(account)
  const command = (
    name: string,
    label: string,
    icon: CommandIcon,
    run: () => unknown,
  ): Command => ({ id: `account-${name}`, label, icon, run: () => void run() })
  return [
    ...only(
      account.waiting !== undefined,
      command('go-on', words.goOn, 'log-in', () => actions.resume(id)),
    ),
    ...only(
      copies,
      command('copy', words.copy.token, 'copy', () => actions.copyToken(id)),
      command('copy-header', words.copy.header, 'copy', () => actions.copyToken(id, 'header')),
      command('copy-curl', words.copy.curl, 'copy', () => actions.copyToken(id, 'curl')),
    ),
    ...only(
      !account.active,
      command('activate', words.makeActive, 'check', () => actions.activate(id)),
    ),
    ...only(
      service.abilities.check && hasSecret,
      command('check', words.check, 'check', () => actions.check(id)),
    ),
    ...only(
      service.abilities.refresh && account.refreshable,
      command('refresh', words.refresh, 'refresh', () => actions.refresh(id)),
    ),
    ...only(
      service.flows.login.available,
      command('log-in', words.logIn, 'log-in', () =>
        actions.beginOrTell({ flow: 'login', server, account: id }),
      ),
    ),
    { ...command('rename', words.rename, 'rename', options.rename), keepsOpen: true },
    account.hidden
      ? command('show', words.show, 'show', () => actions.hide(id, false))
      : command('hide', words.hide, 'hide', () => actions.hide(id, true)),
    ...only(
      account.passwordRemembered,
      command('forget', words.forgetPassword, 'forget', () => actions.forgetPassword(id)),
    ),
    command('site', words.openSite, 'site', () => actions.openSite({ what: 'server', server })),
    ...only(
      service.abilities.logOut && hasSecret,
      command('log-out', words.logOut, 'log-out', () => actions.askToLogOut(id)),
    ),
    command('remove', words.remove, 'remove', () => actions.remove(id)),
  ]
}

export interface FoundCommands {
  readonly commands: readonly Command[]
  readonly best: Rank | undefined
}

/** The commands that match, the best first. */
export function findCommands(commands: readonly Command[], query: string): FoundCommands {
  const words = queryWords(query)
  const found = commands
    .filter(({ onDemand = false }) => words.length > 0 || !onDemand)
    .flatMap((command) => {
      const rank = rankOf(foldText(command.label), words)
      return rank === undefined ? [] : [{ command, rank }]
    })
    .sort((one, other) => one.rank - other.rank)
  return { commands: found.map(({ command }) => command), best: found[0]?.rank }
}

function only(present: boolean, ...commands: Command[]): Command[] {
  return present ? commands : []
}

function keychainCanBeAsked({ kind }: KeychainView): boolean {
  switch (kind) {
    case 'locked':
    case 'denied':
      return true
    case 'starting':
    case 'ready':
    case 'asking':
    case 'unavailable':
    case 'memory':
      return false
  }
}
