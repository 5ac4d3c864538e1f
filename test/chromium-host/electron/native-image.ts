import { readFileSync } from 'node:fs'
import type Electron from 'electron'
import { facade, facadeOf, only, targetOf } from './facade'

const members = [
  'isEmpty',
  'getSize',
  'getAspectRatio',
  'toPNG',
  'toDataURL',
  'resize',
  'addRepresentation',
  'getScaleFactors',
  'setTemplateImage',
  'isTemplateImage',
  'isMacTemplateImage',
] as const
type Shape = Omit<Pick<Electron.NativeImage, (typeof members)[number]>, 'resize'>

const pngSignature = '89504e470d0a1a0a'

/** An encoded picture that knows its size. Nothing here shows one, so nothing here decodes one. */
export class HostNativeImage implements Shape {
  isMacTemplateImage = false
  private readonly scales = new Map<number, Buffer>()

  constructor(
    private readonly encoded: Buffer,
    private readonly size: Electron.Size = sizeOf(encoded),
  ) {
    if (encoded.length > 0) this.scales.set(1, encoded)
    facade('NativeImage', this, members, { writable: ['isMacTemplateImage'] })
  }

  isEmpty(): boolean {
    return this.scales.size === 0
  }

  getSize(): Electron.Size {
    return { ...this.size }
  }

  getAspectRatio(): number {
    return this.size.height === 0 ? 1 : this.size.width / this.size.height
  }

  toPNG(): Buffer {
    return this.encoded
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.encoded.toString('base64')}`
  }

  resize({ width, height }: Electron.ResizeOptions): HostNativeImage {
    const ratio = this.getAspectRatio()
    const size = {
      width: width ?? Math.round((height ?? this.size.height) * ratio),
      height: height ?? Math.round((width ?? this.size.width) / ratio),
    }
    return facadeOf(new HostNativeImage(this.encoded, size))
  }

  addRepresentation({ scaleFactor = 1, buffer, dataURL }: Electron.AddRepresentationOptions): void {
    const encoded = dataURL === undefined ? buffer : fromDataUrl(dataURL)
    if (encoded !== undefined) this.scales.set(scaleFactor, encoded)
  }

  getScaleFactors(): number[] {
    return [...this.scales.keys()]
  }

  setTemplateImage(option: boolean): void {
    this.isMacTemplateImage = option
  }

  isTemplateImage(): boolean {
    return this.isMacTemplateImage
  }
}

/** electron.nativeImage. As in Electron, what cannot be read gives an empty image. */
export function nativeImageModule(): {
  createFromPath(path: string): HostNativeImage
  createFromBuffer(buffer: Buffer): HostNativeImage
  createFromDataURL(dataURL: string): HostNativeImage
  createEmpty(): HostNativeImage
} {
  const make = (encoded: Buffer): HostNativeImage => facadeOf(new HostNativeImage(encoded))
  return only('nativeImage', {
    createFromPath: (path) => make(readOrEmpty(path)),
    createFromBuffer: make,
    createFromDataURL: (dataURL) => make(fromDataUrl(dataURL)),
    createEmpty: () => make(Buffer.alloc(0)),
  })
}

/** An image as Tray and others take it: a path or an image of this module. */
export function toImage(image: HostNativeImage | string): HostNativeImage {
  return typeof image === 'string' ? new HostNativeImage(readOrEmpty(image)) : targetOf(image)
}

function readOrEmpty(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

function fromDataUrl(dataURL: string): Buffer {
  return Buffer.from(dataURL.slice(dataURL.indexOf(',') + 1), 'base64')
}

/** Width and height stand at a fixed place of a PNG (its IHDR chunk); other formats have none here. */
function sizeOf(encoded: Buffer): Electron.Size {
  const isPng = encoded.length >= 24 && encoded.toString('hex', 0, 8) === pngSignature
  if (!isPng) return { width: 0, height: 0 }
  return { width: encoded.readUInt32BE(16), height: encoded.readUInt32BE(20) }
}
