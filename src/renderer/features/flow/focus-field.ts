/**
 * Puts the focus into a field of a form and selects what it holds, so that pasting or typing replaces
 * it. At once: the form library's own way waits for a timer, and a paste must not come before it. The page
 * moves no more than it has to for the whole field, from its name to the line beneath it.
 */
export function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name)
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  field.focus({ preventScroll: true })
  const whole = field.closest('.field') ?? field
  whole.scrollIntoView({ block: 'nearest' })
  if (field instanceof HTMLInputElement) field.select()
}
