/// <reference types="node" />
import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

/** What ends where the system asks for less motion, as docs/design-system.md has it. */
const quieted = /^var\(--(quick|calm)\)$/

const renderer = new URL('../', import.meta.url)
const sheets = (await readdir(renderer, { recursive: true })).filter((name) =>
  name.endsWith('.css'),
)

interface Moving {
  readonly where: string
  readonly durations: readonly string[]
}

/** Every rule of a sheet that moves something, with how long it does; delays move nothing. */
function moving(name: string, css: string): readonly Moving[] {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  return rules.flatMap(([, selector = '', body = '']) =>
    [...body.matchAll(/\b(?:transition|animation)(?:-duration)?:([^;]+);/g)].map(
      ([, value = '']) => ({
        where: `${name} ${selector.trim()}`,
        durations: value.match(/var\(--(?!ease)[a-z-]+\)|[\d.]+m?s\b/g) ?? [],
      }),
    ),
  )
}

it('all that moves is quick or calm, and so ends where less motion is asked for', async () => {
  const found: Moving[] = []
  for (const name of sheets) {
    found.push(...moving(name, await readFile(new URL(name, renderer), 'utf8')))
  }
  expect(found.length).toBeGreaterThan(5)
  const lasting = found.filter(({ durations }) => !durations.every((one) => quieted.test(one)))
  // A ring that stood still would say that nothing happens: it turns, but slowly.
  expect(lasting).toEqual([
    { where: 'ui/base.css .spinner', durations: ['800ms'] },
    { where: 'ui/base.css .spinner', durations: ['4s'] },
  ])
})
