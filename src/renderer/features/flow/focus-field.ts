/**
 * Puts the focus into a field of a form and selects what it holds, so that pasting or typing replaces
 * it. At once: the form library's own way waits for a timer, and a paste must not come before it.
 */
export function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.focus()
  if (field instanceof HTMLInputElement) field.select()
}
