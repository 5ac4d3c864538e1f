import {
  AddIcon,
  CopyIcon,
  ForgetIcon,
  GoodIcon,
  HideIcon,
  HomeIcon,
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
} from '../../ui/icons'
import type { CommandIcon } from './commands'

const icons = {
  add: AddIcon,
  check: GoodIcon,
  copy: CopyIcon,
  forget: ForgetIcon,
  hide: HideIcon,
  home: HomeIcon,
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
} as const satisfies Record<CommandIcon, unknown>

export function CommandSign({ icon }: { icon: CommandIcon }) {
  const Icon = icons[icon]
  return <Icon aria-hidden="true" />
}
