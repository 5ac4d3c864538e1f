import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { madeUpService, script } from '../../../test/fakes/service'
import { must } from '../../../test/fakes/program'
import type { Site } from '../adapters/adapter'
import { cloudreve } from '../adapters/cloudreve'
import { Book, bookFormat } from '../accounts/book'
import { DurableFile } from '../accounts/durable-file'
import { noOverrides, Servers } from '../accounts/servers'
import { createLinkOpener } from './links'

describe('the link opener', () => {
  let opened: string[] = []
  let open: (url: string) => Promise<{ ok: boolean }>
  let servers: Servers

  beforeEach(async () => {
    opened = []
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-links-'))
    const file = new DurableFile(join(folder, 'book.json'), bookFormat)
    const adapters = [madeUpService(script()), cloudreve]
    servers = new Servers(new Book(file, await file.load()), adapters, noOverrides, Date.now)
    open = createLinkOpener({
      adapters,
      servers,
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

  it('opens a site over http where the person has allowed that, and only while they do', async () => {
    const site: Site = { baseUrl: 'http://nas.local:5212', name: 'Home', facts: [] }
    const { id } = must(await servers.add(cloudreve, site))
    expect((await open('http://nas.local:5212/home')).ok).toBe(false)
    must(await servers.setTrust(id, { kind: 'plain-http', since: 0 }))
    expect((await open('http://nas.local:5212/home')).ok).toBe(true)
    expect((await open('http://nas.local:5213/')).ok).toBe(false)
    must(await servers.setTrust(id, undefined))
    expect((await open('http://nas.local:5212/home')).ok).toBe(false)
    expect(opened).toEqual(['http://nas.local:5212/home'])
  })
})
