import '../../ui/chip.css'
import { useId, useMemo, useRef, type KeyboardEvent } from 'react'
import type { Text } from '../../../shared/text'
import { useFormats, useSnapshot, useText } from '../../stores/context'
import { wholeAccount } from '../../stores/covered'
import { Field, Input } from '../../ui/field'
import { CloseIcon } from '../../ui/icons'
import { tagCount, tagLength } from './describe-limits'

/** A comma of any keyboard ends a tag. */
const commas = /[,，、]/

/** How many tags are suggested at once. */
const suggestionLimit = 50

/** The tags with what was typed added to them, or why it cannot be added. Nothing typed adds nothing. */
export function withTag(
  tags: readonly string[],
  typed: string,
  words: Text['describing'],
): { readonly tags: readonly string[]; readonly problem?: string } {
  const tag = typed.trim()
  if (tag === '') return { tags }
  if (tag.length > tagLength) return { tags, problem: words.tagTooLong(tagLength) }
  if (tags.some((one) => one.toLowerCase() === tag.toLowerCase())) {
    return { tags, problem: words.tagThere(tag) }
  }
  if (tags.length >= tagCount) return { tags, problem: words.tooManyTags(tagCount) }
  return { tags: [...tags, tag] }
}

export interface TagFieldProps {
  readonly tags: readonly string[]
  readonly typed: string
  readonly problem: string | undefined
  readonly onType: (typed: string) => void
  readonly onChange: (tags: readonly string[]) => void
  readonly onProblem: (problem: string | undefined) => void
}

/**
 * Tags as chips that go when they are pressed, and a field for one more that suggests those in use. Enter
 * and a comma take what was typed; Backspace in the empty field takes the last one away.
 */
export function TagField(props: TagFieldProps) {
  const { tags, typed, problem, onType, onChange, onProblem } = props
  const words = useText().describing
  const suggestions = useId()
  const field = useRef<HTMLInputElement>(null)

  function add(text: string): void {
    const added = withTag(tags, text, words)
    onProblem(added.problem)
    if (added.problem !== undefined) return onType(text)
    onChange(added.tags)
    onType('')
  }
  function remove(tag: string): void {
    onProblem(undefined)
    onChange(tags.filter((one) => one !== tag))
    field.current?.focus()
  }
  function keys(event: KeyboardEvent): void {
    const last = tags.at(-1)
    // What an input method is still composing is not typed yet.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      remove(last)
    }
  }
  return (
    <Field
      label={words.tags}
      hint={words.tagsHint}
      error={problem}
      above={tags.length > 0 && <Chips tags={tags} onRemove={remove} />}
    >
      {(ties) => (
        <>
          <Input
            {...ties}
            ref={field}
            value={typed}
            list={suggestions}
            autoComplete="off"
            onKeyDown={keys}
            onChange={({ target }) => {
              if (commas.test(target.value)) add(target.value.replaceAll(/[,，、]/g, ' '))
              else onType(target.value)
            }}
          />
          <Suggestions id={suggestions} without={tags} />
        </>
      )}
    </Field>
  )
}

function Chips(props: { tags: readonly string[]; onRemove: (tag: string) => void }) {
  const words = useText().describing
  const formats = useFormats()
  return (
    <ul className="chips">
      {props.tags.map((tag) => (
        <li key={tag}>
          <button
            type="button"
            className="chip"
            aria-label={words.removeTag(formats.words(tag))}
            onClick={() => props.onRemove(tag)}
          >
            <span className="chip-text">{formats.words(tag)}</span>
            <CloseIcon aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The tags in use, the most used first; none whose address would have to be covered. */
function Suggestions({ id, without }: { id: string; without: readonly string[] }) {
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const formats = useFormats()
  const used = useMemo(() => {
    const counts = new Map<string, number>()
    for (const account of accounts) {
      for (const tag of wholeAccount(account).tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
    }
    return [...counts].sort(([, one], [, other]) => other - one).map(([tag]) => tag)
  }, [accounts])
  const taken = new Set(without.map((tag) => tag.toLowerCase()))
  return (
    <datalist id={id}>
      {used
        .filter((tag) => !taken.has(tag.toLowerCase()) && formats.words(tag) === tag)
        .slice(0, suggestionLimit)
        .map((tag) => (
          <option key={tag} value={tag} />
        ))}
    </datalist>
  )
}
