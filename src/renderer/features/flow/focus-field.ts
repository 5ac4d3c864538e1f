import { useEffect, type RefObject } from 'react'

/**
 * Puts the focus into a field of a form and selects what it holds, so that pasting or typing replaces
 * it. At once: the form library's own way waits for a timer, and a paste must not come before it. The page
 * moves no more than it has to for the whole field, from its name to the line beneath it.
 */
export function focusField(form: HTMLFormElement | null, name: string): void {
  focusWhole(form?.elements.namedItem(name))
}

/**
 * Takes the focus to the first field of a form that is wrong, once for each `refusal`: what is wrong is
 * read out with the field, and with nothing else. Whoever has gone elsewhere meanwhile stays there.
 */
export function useWrongFocus(
  form: RefObject<HTMLFormElement | null>,
  refusal: object | undefined,
): void {
  useEffect(() => {
    const { activeElement, body } = document
    const stays = activeElement === body || form.current?.contains(activeElement)
    if (refusal && stays) focusWhole(form.current?.querySelector('[aria-invalid]'))
  }, [form, refusal])
}

function focusWhole(field: Element | RadioNodeList | null | undefined): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  field.focus({ preventScroll: true })
  const whole = field.closest('.field') ?? field
  whole.scrollIntoView({ block: 'nearest' })
  if (field instanceof HTMLInputElement) field.select()
}
