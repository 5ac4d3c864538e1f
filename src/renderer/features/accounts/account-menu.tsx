import type { AccountView, ServiceView } from '../../../shared/account'
import { useActions, useText } from '../../stores/context'
import {
  GoodIcon,
  HideIcon,
  LogInIcon,
  LogOutIcon,
  MoreIcon,
  OutsideIcon,
  RefreshIcon,
  RemoveIcon,
  ShowIcon,
} from '../../ui/icons'
import { Menu, type MenuItem } from '../../ui/menu'

/** What is done to an account less often. What cannot be done now is left out. */
export function AccountMenu(props: { account: AccountView; service: ServiceView }) {
  const { account, service } = props
  const { accounts: text, describing } = useText()
  const actions = useActions()
  const item = (
    present: boolean,
    label: string,
    icon: MenuItem['icon'],
    onSelect: () => void,
  ): MenuItem[] => (present ? [{ label, icon, onSelect }] : [])
  const { check, refresh, logOut } = service.abilities
  const items: MenuItem[] = [
    ...item(check && account.hasSecret, text.check, <GoodIcon />, () => {
      void actions.check(account.id)
    }),
    ...item(refresh && account.refreshable, text.refresh, <RefreshIcon />, () => {
      void actions.refresh(account.id)
    }),
    ...item(service.flows.login.available, text.logInAgain, <LogInIcon />, () => {
      void actions.beginOrTell({ flow: 'login', server: account.server, account: account.id })
    }),
    ...item(true, text.openSite, <OutsideIcon />, () => {
      void actions.openSite({ what: 'server', server: account.server })
    }),
    {
      label: account.hidden ? describing.unhide : describing.hide,
      icon: account.hidden ? <ShowIcon /> : <HideIcon />,
      onSelect: () => void actions.hide(account.id, !account.hidden),
    },
    ...item(logOut && account.hasSecret, text.logOut, <LogOutIcon />, () => {
      actions.askToLogOut(account.id)
    }),
    {
      label: text.remove,
      icon: <RemoveIcon />,
      danger: true,
      onSelect: () => void actions.remove(account.id),
    },
  ]
  return <Menu label={text.more} icon={<MoreIcon />} items={items} />
}
