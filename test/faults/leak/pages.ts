/** What the program's windows hold: what they show, what was typed, their stores, what they keep. */
import type { Page } from '@playwright/test'
import type { RunningApp } from '../../e2e/launch'
import type { Place } from './canary'

interface Seen {
  readonly html: string
  /** What stands in fields. */
  readonly typed: readonly string[]
  readonly stores: readonly string[]
  readonly kept: string
  readonly title: string
}

/**
 * Runs in the page, so it is a text. The stores hang in the context that all screens share; React keeps
 * what it has drawn under a key of the root element.
 */
const lookAround = `(() => {
  const root = document.getElementById('root')
  const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$'))
  const stores = []
  for (let fiber = root[key]; fiber; fiber = fiber.child) {
    const shared = fiber.memoizedProps?.value
    if (!shared?.mirror) continue
    // The words of the language are the same for everybody.
    for (const store of [shared.mirror.store, shared.ui]) stores.push(JSON.stringify({ ...store.getState(), words: undefined }))
  }
  return {
    html: document.documentElement.outerHTML,
    typed: [...document.querySelectorAll('input, textarea')].map((field) => field.value),
    stores,
    kept: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]),
    title: document.title,
  }
})()`

/** What a page shows right now, whatever is being typed into it. */
export async function shownPlaces(page: Page): Promise<readonly Place[]> {
  const where = new URL(page.url()).pathname
  const { html, stores, kept, title } = await page.evaluate<Seen>(lookAround)
  return [
    { kind: 'page', where, content: html },
    { kind: 'store', where, content: stores.join('\n') },
    { kind: 'storage', where, content: kept },
    { kind: 'title', where, content: title },
  ]
}

/** The same of every window, and what still stands in fields: for when nothing is being typed. */
export async function windowPlaces(app: RunningApp): Promise<readonly Place[]> {
  const pages = app.page.context().pages()
  const open = pages.filter((page) => new URL(page.url()).pathname.endsWith('.html'))
  const all = open.map(async (page) => {
    const { typed } = await page.evaluate<Seen>(lookAround)
    const where = new URL(page.url()).pathname
    return [...(await shownPlaces(page)), { kind: 'field', where, content: typed.join('\n') }]
  })
  return (await Promise.all(all)).flat()
}
