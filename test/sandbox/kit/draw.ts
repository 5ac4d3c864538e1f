import { randomInt } from 'node:crypto'

import { glyphHeight, glyphWidth, isInk } from './font'
import type { Picture } from './png'

const width = 240
const height = 60

/**
 * Draws `text` as a captcha of 240 by 60 pixels: big characters that dance a little, on paper with
 * specks and two hairlines. Easy for a person; the sandbox has nobody to keep out.
 */
export function drawCaptcha(text: string): Picture {
  const pixels = new Uint8Array(width * height).fill(250)
  const dot = (x: number, y: number, grey: number) => {
    if (x >= 0 && x < width && y >= 0 && y < height) pixels[y * width + x] = grey
  }
  for (let speck = 0; speck < 500; speck += 1) dot(randomInt(width), randomInt(height), 205)
  for (let line = 0; line < 2; line += 1) drawWave(dot)

  const scale = Math.min(5, Math.floor((width - 20) / (text.length * (glyphWidth + 1))))
  const advance = (glyphWidth + 1) * scale
  let left = Math.floor((width - advance * text.length) / 2)
  for (const character of text) {
    const top = Math.floor((height - glyphHeight * scale) / 2) + randomInt(-5, 6)
    drawCharacter(dot, character, { left, top, scale, slant: randomInt(-1, 2) })
    left += advance
  }
  return { width, height, pixels }
}

type Dot = (x: number, y: number, grey: number) => void

interface Place {
  readonly left: number
  readonly top: number
  readonly scale: number
  /** Pixels that each row is moved against the one below. */
  readonly slant: number
}

function drawCharacter(dot: Dot, character: string, { left, top, scale, slant }: Place): void {
  const grey = randomInt(20, 80)
  for (let y = 0; y < glyphHeight * scale; y += 1) {
    const shift = Math.round(slant * (glyphHeight / 2 - y / scale))
    for (let x = 0; x < glyphWidth * scale; x += 1) {
      if (isInk(character, Math.floor(x / scale), Math.floor(y / scale))) {
        dot(left + x + shift, top + y, grey)
      }
    }
  }
}

function drawWave(dot: Dot): void {
  const middle = randomInt(12, height - 12)
  const length = randomInt(30, 70)
  const phase = randomInt(100)
  for (let x = 0; x < width; x += 1) {
    dot(x, middle + Math.round(9 * Math.sin((x + phase) / length)), 150)
  }
}
