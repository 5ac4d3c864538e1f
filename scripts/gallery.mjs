/** `npm run gallery`, or `npm run gallery -- NAME … [--variant NAME]`: builds if needed, then draws. */
import { draw } from './drawing.mjs'
import { built } from './project.mjs'

await draw(built.gallery)
