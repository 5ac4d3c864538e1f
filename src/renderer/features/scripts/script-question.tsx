import './scripts.css'
import { useState } from 'react'
import type { ScriptQuestion as Asked } from '../../../shared/scripts'
import { unknownProgram } from '../../../shared/unknown-program'
import { useActions, usePlace, useSnapshot, useText } from '../../stores/context'
import type { AccountView } from '../../../shared/account'
import { sentences } from '../../../shared/text/sentences'
import { Button } from '../../ui/button'
import { QuestionDialog } from '../../ui/dialog'
import { FailureNotice } from '../failure/failure-notice'
import type { Failure } from '../../../shared/failure'
import { useReadFirst } from '../../ui/use-read-first'

/** The question of the program that has waited longest, if one waits. */
export function ScriptQuestion() {
  const questions = useSnapshot((snapshot) => snapshot.scriptQuestions)
  const [first, ...others] = questions
  return first ? <Question key={first.id} asked={first} others={others.length} /> : null
}

/**
 * Nothing that is pressed by accident gives a token away: "refuse" has the focus, Escape refuses, the
 * one that is for good stands between the others, and the second half of a double click, or a click
 * that was meant for what stood here before, comes too early to allow anything.
 */
function Question({ asked, others }: { asked: Asked; others: number }) {
  const words = useText().scripts.question
  const actions = useActions()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const notYet = useReadFirst()
  // Allowing it for good would allow every program that nobody can tell.
  const lasting = asked.program !== unknownProgram
  const account = useSnapshot((snapshot) =>
    snapshot.accounts.find((one) => one.id === asked.account),
  )
  const answer = async (word: 'once' | 'always' | 'no') => {
    setBusy(true)
    setFailure(undefined)
    const failed = await actions.answerScript({ question: asked.id, answer: word })
    setBusy(false)
    setFailure(failed)
  }
  return (
    <QuestionDialog
      title={words.title[asked.wants]}
      confirm={words.once}
      cancel={words.refuse}
      look="plain"
      busy={busy}
      notYet={notYet}
      others={
        lasting && (
          <Button unavailable={busy || notYet} onClick={() => void answer('always')}>
            {words.always}
          </Button>
        )
      }
      onConfirm={() => void answer('once')}
      onCancel={() => void answer('no')}
    >
      <dl className="script-facts">
        <dt>{words.program}</dt>
        <dd className="script-program">{asked.program}</dd>
        <dt>{words.account[asked.wants]}</dt>
        <dd>{account ? <AccountName account={account} /> : words.unknownAccount}</dd>
      </dl>
      <p>{words.warning}</p>
      <p className="soft">
        {sentences(words.consequence[asked.wants], lasting ? words.alwaysMeans : undefined)}
      </p>
      {failure && <FailureNotice failure={failure} serviceName="" offers={{}} />}
      {others > 0 && <p className="soft">{words.more(others)}</p>}
    </QuestionDialog>
  )
}

function AccountName({ account }: { account: AccountView }) {
  const { label, email } = account
  const { service, server } = usePlace(account)
  return (
    <>
      {label === email ? email : `${label} (${email})`}
      <span className="script-place">
        {service.name} · {server.baseUrl}
      </span>
    </>
  )
}
