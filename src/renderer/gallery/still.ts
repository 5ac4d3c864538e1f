/** When a scene has been drawn and no longer changes. */
import { readParts } from '../ui/later'

/** Long enough for two drawn frames; everything the fake bridge answers has come by then. */
const quiet = 60
const limit = 5_000

/** What turns for ever stands at its beginning, all else at its end, so that two runs draw the same. */
function stopMoving(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Infinity) {
      animation.currentTime = 0
      animation.pause()
    } else {
      animation.finish()
    }
  }
}

/** Resolves when nothing in the page has changed for a moment; rejects if it never rests. */
export async function still(): Promise<void> {
  await readParts()
  await document.fonts.ready
  await new Promise<void>((resolve, reject) => {
    const began = performance.now()
    let last = began
    const observer = new MutationObserver(() => (last = performance.now()))
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    const look = () => {
      const now = performance.now()
      if (now - last < quiet && now - began < limit) {
        requestAnimationFrame(look)
        return
      }
      observer.disconnect()
      stopMoving()
      if (now - last < quiet) reject(new Error('The page does not come to rest.'))
      else resolve()
    }
    requestAnimationFrame(look)
  })
}
