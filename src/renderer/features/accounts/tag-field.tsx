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

/** Tags, what of the typed ones is none of them yet, and why the first of these cannot be. */
interface TakenTags {
  readonly tags: readonly string[]
  readonly left: readonly string[]
  readonly problem: string | undefined
}

/** Takes what was typed between commas to the tags, as far as it can be one. Nothing typed is nothing. */
export function withTags(
  before: readonly string[],
  typed: string,
  words: Text['describing'],
): TakenTags {
  const wanted = typed.split(commas).map((part) => part.trim())
  return wanted
    .filter((tag) => tag !== '')
    .reduce<TakenTags>(
      ({ tags, left, problem }, tag) => {
        const wrong = problemOf(tag, tags, words)
        return wrong === undefined
          ? { tags: [...tags, tag], left, problem }
          : { tags, left: [...left, tag], problem: problem ?? wrong }
      },
      { tags: before, left: [], problem: undefined },
    )
}

/** Why a tag cannot be added to others. */
function problemOf(
  tag: string,
  tags: readonly string[],
  words: Text['describing'],
): string | undefined {
  if (tag.length > tagLength) return words.tagTooLong(tagLength)
  if (tags.some((one) => one.toLowerCase() === tag.toLowerCase())) return words.tagThere(tag)
  return tags.length >= tagCount ? words.tooManyTags(tagCount) : undefined
}

function commaCount(text: string): number {
  return text.split(commas).length - 1
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
 * Tags as chips that go when they are pressed, and a field for more that suggests those in use. Enter and a
 * comma take what was typed or pasted; Backspace in the empty field takes the last one away, one with each press:
 * who holds the key down means to empty the field.
 */
export function TagField(props: TagFieldProps) {
  const { tags, typed, problem, onType, onChange, onProblem } = props
  const words = useText().describing
  const suggestions = useId()
  const field = useRef<HTMLInputElement>(null)

  function add(text: string): void {
    const taken = withTags(tags, text, words)
    onProblem(taken.problem)
    // Where nothing is added, nobody has changed the tags, and an import still may.
    if (taken.tags !== tags) onChange(taken.tags)
    onType(taken.left.join(', '))
  }
  function remove(tag: string): void {
    onProblem(undefined)
    onChange(tags.filter((one) => one !== tag))
    field.current?.focus()
  }
  function keys(event: KeyboardEvent): void {
    const last = tags.at(-1)
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Backspace' && !event.repeat && typed === '' && last !== undefined) {
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
              // While what is left of several is being mended, its own commas end nothing.
              if (commaCount(target.value) > commaCount(typed)) add(target.value)
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
