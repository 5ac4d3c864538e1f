/** What axe finds on the page as it stands, and the lowest contrasts that were measured on it. */
import axe from 'axe-core'
import { lowestControl, lowestText } from './contrast'
import type { Audit, Violation } from './page-api'

/** WCAG 2.2 in its levels A and AA, and what axe holds for good besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function audit(): Promise<Audit> {
  const results = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
  })
  const violations = results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node): Violation => ({ rule: id, help, where: node.target.join(' ') })),
  )
  return { violations, text: lowestText(), control: await lowestControl() }
}
