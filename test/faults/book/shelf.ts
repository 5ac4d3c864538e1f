/** A book with a few accounts of every kind, in a folder of its own, and how the program finds it. */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookFormat, type BookContent } from '../../../src/main/accounts/book'
import { DurableFile, type Loaded } from '../../../src/main/accounts/durable-file'
import { accountId, adapterId, flowId } from '../../../src/shared/account'
import { FakeKeychain } from '../../fakes/keychain'
import { madeUpServer, rig, type Rig } from '../../fakes/program'
import type { FileSteps } from '../../../src/main/accounts/file-steps'

const entry = (number: number): BookContent['accounts'][number] => ({
  id: accountId.parse(`account-number-${number}`),
  adapter: adapterId.parse('made-up'),
  server: madeUpServer,
  email: `person-${number}@example.com`,
  label: `Pérson “${number}” 🔑`,
  position: number,
  createdAt: 1_790_000_000_000,
  tags: ['work'],
  hidden: number === 2,
  hasSecret: number !== 3,
  passwordRemembered: number === 1,
  refreshable: false,
  ...(number === 3 && {
    pending: {
      flow: flowId.parse('login'),
      step: { step: 'code', email: `person-${number}@example.com`, unsure: false },
      since: 1_790_000_000_000,
    },
  }),
})

export const content: BookContent = {
  accounts: [0, 1, 2, 3].map(entry),
  sites: [],
  settings: { [madeUpServer]: { note: 'as it was' } },
}

export const bookText = JSON.stringify({ version: 1, ...content })

export class Shelf {
  readonly keychain = new FakeKeychain()

  private constructor(readonly folder: string) {
    for (const { id, hasSecret, passwordRemembered } of content.accounts) {
      const session = JSON.stringify({ v: 1, access: `token-of-${id}` })
      if (hasSecret) this.keychain.secrets.set(`${id}/session`, session)
      if (passwordRemembered) this.keychain.secrets.set(`${id}/password`, 'correct horse 1')
    }
  }

  /** Makes a folder with these files; give it up with `close`. */
  static async with(files: Readonly<Record<string, string | Buffer>>): Promise<Shelf> {
    const shelf = new Shelf(await mkdtemp(join(tmpdir(), 'latchkey-book-')))
    for (const [name, text] of Object.entries(files)) await writeFile(shelf.path(name), text)
    return shelf
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  read(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8')
  }

  names(): Promise<string[]> {
    return readdir(this.folder)
  }

  /** The file as the program reads it at its start, without the program around it. */
  load(): Promise<Loaded<BookContent>> {
    return new DurableFile(this.path('book.json'), bookFormat).load()
  }

  /** The program on this folder. */
  open(fileSteps?: FileSteps): Promise<Rig> {
    const { folder, keychain } = this
    return rig({ folder, keychain, ...(fileSteps && { fileSteps }) })
  }

  /** Secrets that no account of these knows of. */
  orphans(accounts: BookContent['accounts']): readonly string[] {
    return [...this.keychain.secrets.keys()].filter((name) => {
      const [id, kind] = name.split('/')
      const owner = accounts.find((one) => one.id === id)
      return (kind === 'session' ? owner?.hasSecret : owner?.passwordRemembered) !== true
    })
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}
