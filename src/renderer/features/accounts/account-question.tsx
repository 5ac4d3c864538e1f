import type { AccountView } from '../../../shared/account'
import { useActions, usePlace, useSnapshot, useText, useUi } from '../../stores/context'
import type { Question } from '../../stores/ui'
import { QuestionDialog } from '../../ui/dialog'
import { usePatience } from '../../ui/use-time'
import { FailureNotice } from '../failure/failure-notice'

/** The question about an account that is open, if one is. */
export function AccountQuestion() {
  const question = useUi((state) => state.question)
  const account = useSnapshot((snapshot) =>
    snapshot.accounts.find((one) => one.id === question?.account),
  )
  if (!question || !account) return null
  switch (question.kind) {
    case 'remove':
      return <RemoveQuestion question={question} account={account} />
    case 'log-out':
      return <LogOutQuestion account={account} />
  }
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

/** Asks before removing. When the service cannot be told, asks once more with the reason. */
function RemoveQuestion({ question, account }: { question: Question; account: AccountView }) {
  const text = useText().accounts.removal
  const actions = useActions()
  const { service } = usePlace(account)
  const busy = usePatience(question.asking)
  const { failure } = question
  const what = !account.hasSecret
    ? text.withoutToken
    : service.abilities.logOut
      ? text.withLogOut(service.name)
      : text.withoutLogOut(service.name)
  return (
    <QuestionDialog
      title={failure ? text.failed(service.name) : text.title(account.label)}
      confirm={failure ? text.anyway : text.confirm}
      cancel={text.cancel}
      busy={busy}
      onConfirm={() => {
        if (!question.asking) void actions.remove(account.id, failure !== undefined)
      }}
      onCancel={actions.closeQuestion}
    >
      {failure ? (
        <>
          <FailureNotice failure={failure} serviceName={service.name} offers={{}} />
          <p>{text.failedText}</p>
        </>
      ) : (
        <>
          <p>{what}</p>
          <p className="soft">{text.stays(service.name)}</p>
        </>
      )}
    </QuestionDialog>
  )
}
