/** What a window shows where its page has not drawn yet: the pages' own paper, `--paper` in tokens.css. */
export const paper = { light: '#f5f1e8', dark: '#181613' } as const
