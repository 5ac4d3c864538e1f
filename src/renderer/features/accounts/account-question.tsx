import type { AccountView } from '../../../shared/account'
import { useActions, useSnapshot, useText, useUi } from '../../stores/context'
import { QuestionDialog } from '../../ui/dialog'

/** The question about an account that is open, if one is: whether to log it out. */
export function AccountQuestion() {
  const asked = useUi((state) => state.question)
  const account = useSnapshot(({ accounts }) =>
    asked === undefined ? undefined : accounts.find(({ id }) => id === asked),
  )
  return account ? <LogOutQuestion account={account} /> : null
}

function LogOutQuestion({ account }: { account: AccountView }) {
  const text = useText().accounts.logOutConfirm
  const actions = useActions()
  return (
    <QuestionDialog
      title={text.title(account.label)}
      confirm={text.confirm}
      cancel={text.cancel}
      busy={false}
      onConfirm={() => void actions.logOut(account.id)}
      onCancel={actions.closeQuestion}
    >
      <p>{text.text}</p>
    </QuestionDialog>
  )
}
