import {
  AddIcon,
  CopyIcon,
  ExportIcon,
  ForgetIcon,
  GoodIcon,
  HideIcon,
  HomeIcon,
  ImportIcon,
  KeyboardIcon,
  KeychainIcon,
  LockIcon,
  LogInIcon,
  LogOutIcon,
  MailIcon,
  OutsideIcon,
  RefreshIcon,
  RemoveIcon,
  RenameIcon,
  SettingsIcon,
  ShowIcon,
  UndoIcon,
} from '../../ui/icons'
import type { CommandIcon } from './commands'

const icons = {
  add: AddIcon,
  check: GoodIcon,
  copy: CopyIcon,
  export: ExportIcon,
  forget: ForgetIcon,
  hide: HideIcon,
  home: HomeIcon,
  import: ImportIcon,
  keyboard: KeyboardIcon,
  keychain: KeychainIcon,
  lock: LockIcon,
  'log-in': LogInIcon,
  'log-out': LogOutIcon,
  mail: MailIcon,
  refresh: RefreshIcon,
  remove: RemoveIcon,
  rename: RenameIcon,
  settings: SettingsIcon,
  show: ShowIcon,
  site: OutsideIcon,
  undo: UndoIcon,
} as const satisfies Record<CommandIcon, unknown>

export function CommandSign({ icon }: { icon: CommandIcon }) {
  const Icon = icons[icon]
  return <Icon aria-hidden="true" />
}
