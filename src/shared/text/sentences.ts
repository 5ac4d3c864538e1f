/** Marks that bring their own space: nothing stands between them and what follows. */
const fullWidth = /[。！？；：，、]$/

/** Puts whole sentences behind each other, as their language does. What is empty is left out. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  let text = ''
  for (const part of parts) {
    if (part === undefined || part === '') continue
    text += (text === '' || fullWidth.test(text) ? '' : ' ') + part
  }
  return text
}
