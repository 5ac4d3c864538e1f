import { expect, it } from 'vitest'
import { pictureOf } from './picture'

const pictures = {
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]),
  jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  gif: Buffer.from('GIF89a....'),
  webp: Buffer.from('RIFF\x04\x00\x00\x00WEBPVP8 ', 'latin1'),
  'svg+xml': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>7+16</text></svg>'),
}

it.each(Object.entries(pictures))(
  'knows a %s by its first bytes, bare and in a data URI',
  (type, picture) => {
    const base64 = picture.toString('base64')
    const shown = `data:image/${type};base64,${base64}`
    expect(pictureOf(base64)).toBe(shown)
    expect(pictureOf(shown)).toBe(shown)
    expect(pictureOf(`data:image/wrong;base64,${base64}`)).toBe(shown)
  },
)

it('reads base64 that was broken into lines', () => {
  const base64 = pictures.png.toString('base64')
  expect(pictureOf(`${base64.slice(0, 4)}\r\n${base64.slice(4)}\n`)).toBe(
    `data:image/png;base64,${base64}`,
  )
})

it('knows an SVG behind an XML declaration', () => {
  const svg = Buffer.from('<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="1"></svg>')
  expect(pictureOf(svg.toString('base64'))).toMatch(/^data:image\/svg\+xml;base64,/u)
})

it.each([
  ['nothing', ''],
  ['no base64', '<svg></svg>'],
  ['a web page', Buffer.from('<!doctype html><p>Sign in').toString('base64')],
  ['a script', Buffer.from('alert(1)').toString('base64')],
])('takes %s for no picture', (_what, content) => {
  expect(pictureOf(content)).toBeUndefined()
})
