import './describe.css'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import type { ReactNode } from 'react'
import type { AccountColour, AccountView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import type { Text } from '../../../shared/text'
import { useActions, useText } from '../../stores/context'
import { wholeAccount } from '../../stores/covered'
import { Button, IconButton } from '../../ui/button'
import { Field } from '../../ui/field'
import { RenameIcon } from '../../ui/icons'
import { useEscape } from '../../ui/use-escape'
import { useFormFailure } from '../failure/use-form-failure'
import { useWrongFocus } from '../flow/focus-field'
import { ColourMark } from './colour-mark'
import { colourNames } from './describe-limits'
import { LabelInput } from './label-input'
import { TagField, withTags } from './tag-field'

/**
 * Label, colour and tags, changed in place: the button that begins it, and the form while it goes on. The
 * focus goes into the form and back to the button.
 */
export function useDescribe(account: AccountView): { button: ReactNode; form: ReactNode } {
  const text = useText().describing
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const came = useRef(false)
  useEffect(() => {
    if (open) came.current = true
    else if (came.current) button.current?.focus()
  }, [open])
  return {
    button: (
      <IconButton
        ref={button}
        label={text.open}
        icon={<RenameIcon />}
        onClick={() => setOpen(true)}
      />
    ),
    form: open ? <DescribeForm account={account} onEnd={() => setOpen(false)} /> : undefined,
  }
}

/** What is wrong with the form, by field; `failure` is what belongs to none. */
interface Wrong {
  readonly label?: string | undefined
  readonly tags?: string | undefined
  readonly failure?: Failure | undefined
}

function DescribeForm({ account, onEnd }: { account: AccountView; onEnd: () => void }) {
  const text = useText()
  const words = text.describing
  const actions = useActions()
  const whole = wholeAccount(account)
  // Only what the person has changed is kept here and sent: an import may change the rest meanwhile.
  const [typedLabel, setTypedLabel] = useState<string>()
  const label = typedLabel ?? whole.label
  const [chosenColour, setChosenColour] = useState<AccountColour | null>()
  const colour = chosenColour === undefined ? account.colour : (chosenColour ?? undefined)
  const [changedTags, setChangedTags] = useState<readonly string[]>()
  const tags = changedTags ?? whole.tags
  const [tag, setTag] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [refusal, setRefusal] = useState<Wrong>()
  const [saving, setSaving] = useState(false)
  const { notice, submitLook } = useFormFailure(wrong.failure)
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onEnd)
  useWrongFocus(form, refusal)

  function refuse(found: Wrong): void {
    setWrong(found)
    setRefusal(found)
  }
  async function save(event: SyntheticEvent): Promise<void> {
    event.preventDefault()
    if (saving) return
    const typed = withTags(tags, tag, words)
    const problem: Wrong = {
      label: label.trim() === '' ? words.labelMissing : undefined,
      tags: typed.problem,
    }
    if (problem.label ?? problem.tags) return refuse(problem)
    setWrong({})
    setSaving(true)
    const failure = await actions.describe({
      account: account.id,
      ...(typedLabel !== undefined && { label: typedLabel.trim() }),
      ...(chosenColour !== undefined && { colour: chosenColour }),
      ...(typed.tags !== whole.tags && { tags: [...typed.tags] }),
    })
    setSaving(false)
    if (failure) refuse(placed(failure, text))
    else onEnd()
  }
  return (
    <form ref={form} className="describe" onSubmit={(event) => void save(event)}>
      <Field label={words.label} error={wrong.label} required>
        {(ties) => <LabelInput {...ties} account={account} value={label} onType={setTypedLabel} />}
      </Field>
      <ColourChoice colour={colour} onChange={(colour) => setChosenColour(colour ?? null)} />
      <TagField
        tags={tags}
        typed={tag}
        problem={wrong.tags}
        onType={setTag}
        onChange={setChangedTags}
        onProblem={(tags) => setWrong({ ...wrong, tags })}
      />
      {notice}
      <div className="describe-actions">
        <Button type="submit" look={submitLook} busy={saving}>
          {words.save}
        </Button>
        <Button look="quiet" onClick={onEnd}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}

/** Puts a failure where it belongs: to the field that main names, else to the form. */
function placed(failure: Failure, text: Text): Wrong {
  const field = failure.code === 'invalid-input' ? failure.field?.split('.')[0] : undefined
  const words = text.failures[failure.code].text
  if (field === 'label') return { label: words }
  if (field === 'tags') return { tags: words }
  return { failure }
}

function ColourChoice(props: {
  colour: AccountColour | undefined
  onChange: (colour: AccountColour | undefined) => void
}) {
  const { colours, describing: words } = useText()
  const choice = (colour: AccountColour | undefined, name: string): ReactNode => (
    <label key={colour ?? ''} className="colour-choice">
      <input
        type="radio"
        name="colour"
        checked={props.colour === colour}
        onChange={() => props.onChange(colour)}
      />
      {colour && <ColourMark colour={colour} bare />}
      {name}
    </label>
  )
  return (
    <fieldset className="describe-colours">
      <legend className="field-label">{words.colour}</legend>
      {choice(undefined, words.noColour)}
      {colourNames.map((colour) => choice(colour, colours[colour]))}
    </fieldset>
  )
}
