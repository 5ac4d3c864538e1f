import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { madeUpServer, must } from '../../../test/fakes/program'
import { madeUpService, script } from '../../../test/fakes/service'
import { Book, bookFormat } from './book'
import { DurableFile } from './durable-file'
import { noOverrides, Servers } from './servers'

describe('the settings of a server', () => {
  it('are changed one by one, whoever else changes others at the same time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-servers-'))
    const file = new DurableFile(join(folder, 'book.json'), bookFormat)
    const book = new Book(file, await file.load())
    const servers = new Servers(book, [madeUpService(script())], noOverrides, Date.now)
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
