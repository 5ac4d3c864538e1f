import type Electron from 'electron'
import { facade, facadeOf } from './facade'

const members = ['readText', 'writeText', 'read', 'write', 'has', 'clear', 'selection'] as const
type Shape = Omit<
  Pick<Electron.Clipboard, (typeof members)[number]>,
  'read' | 'write' | 'selection'
>

type Content = ConstructorParameters<typeof Electron.ClipboardItem>[0]

/** One entry of the clipboard: the same thing in several forms. */
export class HostClipboardItem {
  readonly types: string[]

  constructor(private readonly content: Content) {
    this.types = Object.keys(content)
    facade('ClipboardItem', this, ['types', 'getType'])
  }

  async getType(type: string): Promise<Blob | Electron.ClipboardBookmark> {
    const part = await this.content[type]
    if (part === undefined) throw new Error(`The type '${type}' was not found`)
    return typeof part === 'string' ? new Blob([part], { type }) : part
  }
}

/**
 * A clipboard in memory: what the app copies stays in the host, and neither the system's clipboard
 * nor Chromium's sees it.
 */
export class HostClipboard implements Shape {
  private items: HostClipboardItem[] = []
  private refusal: ((text: string) => string) | undefined

  constructor(private readonly primary?: HostClipboard) {
    facade('clipboard', this, members)
  }

  get selection(): HostClipboard | undefined {
    return this.primary && facadeOf(this.primary)
  }

  async readText(): Promise<string> {
    const item = this.items.find(({ types }) => types.includes('text/plain'))
    const content = await item?.getType('text/plain')
    return content instanceof Blob ? content.text() : ''
  }

  writeText(text: string): Promise<void> {
    return this.write([new HostClipboardItem({ 'text/plain': text })])
  }

  read(): Promise<HostClipboardItem[]> {
    return Promise.resolve(this.items.map((item) => facadeOf(item)))
  }

  /** Everything or nothing: the new content is whole before the old one goes. */
  async write(data: HostClipboardItem[]): Promise<void> {
    const { refusal } = this
    this.refusal = undefined
    if (refusal) {
      const part = await data[0]?.getType('text/plain')
      throw new Error(refusal(part instanceof Blob ? await part.text() : ''))
    }
    await Promise.all(data.flatMap((item) => item.types.map((type) => item.getType(type))))
    this.items = data
  }

  has(mimetype: string): Promise<boolean> {
    return Promise.resolve(this.items.some(({ types }) => types.includes(mimetype)))
  }

  clear(): void {
    this.items = []
  }

  /** The next thing that is put on it is refused, with an error that quotes it, as bad ones do. */
  refuseNext(): void {
    this.refusal = (text) => `The clipboard did not take "${text}"`
  }

  /** Every form of the first entry as text, for tests. */
  async describe(): Promise<Record<string, string>> {
    const [item] = this.items
    const parts = (item?.types ?? []).map(async (type): Promise<[string, string]> => {
      const part = await item?.getType(type)
      return [type, part instanceof Blob ? await part.text() : JSON.stringify(part)]
    })
    return Object.fromEntries(await Promise.all(parts))
  }
}
