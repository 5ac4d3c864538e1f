/** Colours as they come out on the screen, and their contrast as WCAG 2.2 defines it. */

/** Red, green and blue from 0 to 255, and how opaque it is from 0 to 1. */
export interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

const canvas = document.createElement('canvas')
canvas.width = canvas.height = 1
const pen = canvas.getContext('2d', { willReadFrequently: true })

const read = new Map<string, Colour>()

/** Reads a computed colour, in whatever notation the browser gives it. */
export function colourOf(css: string): Colour {
  const known = read.get(css)
  if (known) return known
  if (!pen) throw new Error('The browser draws nothing.')
  pen.clearRect(0, 0, 1, 1)
  pen.fillStyle = css
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data
  const colour = { red, green, blue, alpha: alpha / 255 }
  read.set(css, colour)
  return colour
}

/** What is seen where one colour lies over another one that hides what is behind it. */
export function over(upper: Colour, lower: Colour): Colour {
  const mix = (one: number, other: number) => one * upper.alpha + other * (1 - upper.alpha)
  return {
    red: mix(upper.red, lower.red),
    green: mix(upper.green, lower.green),
    blue: mix(upper.blue, lower.blue),
    alpha: 1,
  }
}

export function contrast(one: Colour, other: Colour): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (more + 0.05) / (less + 0.05)
}

function luminance({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
