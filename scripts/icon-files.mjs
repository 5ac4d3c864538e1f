/** The two files that hold an icon in several sizes. Both are a table of contents and PNG pictures. */

/** @typedef {{ readonly size: number, readonly png: Buffer }} Picture */

/**
 * Windows: a header, then for each picture 16 bytes of contents. A size of 256 is written as 0.
 *
 * @param {readonly Picture[]} pictures
 */
export function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let start = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(start, at + 12)
    start += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** What macOS calls a picture of so many pixels, for plain and for dense screens. */
export const icnsTypes = /** @type {const} */ ({
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
})

/**
 * macOS: a header, then each picture behind its type and length.
 *
 * @param {readonly Picture[]} pictures
 */
export function icnsOf(pictures) {
  const blocks = Object.entries(icnsTypes).map(([type, size]) => {
    const found = pictures.find((picture) => picture.size === size)
    if (!found) throw new Error(`There is no picture of ${size} pixels.`)
    return block(type, found.png)
  })
  return block('icns', Buffer.concat(blocks))
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function block(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + head.length, 4)
  return Buffer.concat([head, content])
}
