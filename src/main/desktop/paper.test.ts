import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { paper } from './paper'

it('is the paper of the pages, so that no window flashes before its page is drawn', async () => {
  const css = await readFile(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8')
  const papers = [...css.matchAll(/--paper: (#[0-9a-f]{6});/g)].map(([, colour]) => colour)
  expect(papers).toEqual([paper.light, paper.dark])
})
