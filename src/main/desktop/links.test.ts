import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { madeUpService, script } from '../../../test/fakes/service'
import { Book, bookFormat } from '../accounts/book'
import { DurableFile } from '../accounts/durable-file'
import { noOverrides, Servers } from '../accounts/servers'
import { createLinkOpener } from './links'

describe('the link opener', () => {
  let opened: string[] = []
  let open: (url: string) => Promise<{ ok: boolean }>

  beforeEach(async () => {
    opened = []
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-links-'))
    const file = new DurableFile(join(folder, 'book.json'), bookFormat)
    const adapters = [madeUpService(script())]
    open = createLinkOpener({
      adapters,
      servers: new Servers(new Book(file, await file.load()), adapters, noOverrides, Date.now),
      sandbox: ['http://127.0.0.1:4000'],
      open: (url) => {
        opened.push(url)
        return Promise.resolve()
      },
    })
  })

  it.each([
    'https://made-up.example/help',
    'https://api.made-up.example/',
    'http://127.0.0.1:4000/mail',
  ])('opens %s', async (url) => {
    expect((await open(url)).ok).toBe(true)
    expect(opened).toEqual([url])
  })

  it.each([
    'http://made-up.example/help',
    'https://made-up.example.evil.example/',
    'https://elsewhere.example/',
    'http://127.0.0.1:4001/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://made-up.example/',
    'not a link',
  ])('does not open %s', async (url) => {
    expect((await open(url)).ok).toBe(false)
    expect(opened).toEqual([])
  })
})
