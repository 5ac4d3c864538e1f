import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call, withAccounts } from '../../../test/fakes/backups'
import { madeUpServer, must } from '../../../test/fakes/program'
import { madeUpService, script } from '../../../test/fakes/service'
import { applyChange } from '../../renderer/stores/apply-change'
import { serverId } from '../../shared/account'
import { cloudreve } from '../adapters/cloudreve'
import { ruuvi } from '../adapters/ruuvi'
import type { Adapter } from '../adapters/walk'
import { Book, bookFormat } from './book'
import { DurableFile } from './durable-file'
import { noOverrides, Servers } from './servers'

async function serversOf(adapter: Adapter): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-servers-'))
  const file = new DurableFile(join(folder, 'book.json'), bookFormat)
  const book = new Book(file, await file.load())
  return new Servers(book, [adapter], noOverrides, Date.now)
}

describe('the settings of a server', () => {
  it('are changed one by one, whoever else changes others at the same time', async () => {
    const servers = await serversOf(madeUpService(script()))
    const given = [{ method: 'GET', path: '/old' }, { path: '/new' }, { body: '{}' }]
    const saved = await Promise.all(given.map((values) => servers.configure(madeUpServer, values)))
    for (const one of saved) must(one)
    expect(servers.find(madeUpServer)?.settings).toEqual({
      method: 'GET',
      path: '/new',
      body: '{}',
    })
  })
})

describe('the site of a server', () => {
  it('is the server itself where people run their own', async () => {
    const servers = await serversOf(cloudreve)
    for (const baseUrl of ['https://drive.example.org', 'https://example.org/drive']) {
      const added = must(await servers.add(cloudreve, { baseUrl, name: '', facts: [] }))
      expect(servers.siteOf(added)).toBe(baseUrl)
    }
  })

  it('is the service’s own for its own servers only', async () => {
    const servers = await serversOf(ruuvi)
    const [own] = servers.list()
    if (!own) throw new Error('Ruuvi has no server')
    expect(servers.siteOf(own)).toBe(ruuvi.site)
    // As the list has it for an account of the sandbox, once that is not there.
    const former = { ...own, baseUrl: 'http://127.0.0.1:4001', kind: 'site' } as const
    expect(servers.siteOf(former)).toBe(former.baseUrl)
  })
})

describe('a server that is taken off the list while somebody logs in there', () => {
  it('comes back to every window with the account', async () => {
    const baseUrl = 'https://own.example'
    const server = serverId.parse(`made-up+${baseUrl}`)
    const site = { id: server, adapter: 'made-up', baseUrl, name: 'Own', facts: [], addedAt: 1 }
    const it = await withAccounts([], { sites: [site] })
    const { runner, mirror } = it.program
    let shown = mirror.snapshot()
    mirror.onChange((change) => {
      shown = applyChange(shown, change)
    })
    const begun = must(await runner.begin('login', server, undefined))
    must(await call(it, 'servers.remove', { server }))
    await it.program.idle()
    expect(shown.servers.map(({ id }) => id)).not.toContain(server)
    must(await runner.submit(begun.id, 'email', { email: 'a@b.c' }))
    await it.program.idle()
    expect(shown.accounts).toMatchObject([{ email: 'a@b.c', server }])
    expect(shown.servers).toEqual(mirror.snapshot().servers)
  })
})
