/** `npm run test:a11y`, or `npm run test:a11y -- NAME …`: builds if needed, then looks at every screen. */
import { draw } from './drawing.mjs'
import { built } from './project.mjs'

await draw(built.a11y)
