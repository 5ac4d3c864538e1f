import type { AccountView } from '../../../shared/account'
import type { TokenForm } from '../../../shared/contract'
import { useActions, useText } from '../../stores/context'
import { HeaderIcon, TerminalIcon, TokenIcon, UnfoldIcon } from '../../ui/icons'
import { Menu, type MenuItem } from '../../ui/menu'

const icons = { token: TokenIcon, header: HeaderIcon, curl: TerminalIcon } as const
const forms = ['token', 'header', 'curl'] as const satisfies readonly TokenForm[]

/** What the token can be copied as, beside the token alone. */
export function CopyAs({ account }: { account: AccountView }) {
  const text = useText().accountPage
  const actions = useActions()
  const items = forms.map((form): MenuItem => {
    const Icon = icons[form]
    return {
      label: text.copyForms[form],
      icon: <Icon />,
      onSelect: () => void actions.copyToken(account.id, form),
    }
  })
  return <Menu label={text.copyAs} icon={<UnfoldIcon />} items={items} named />
}
