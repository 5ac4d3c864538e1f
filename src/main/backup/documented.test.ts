import { hkdfSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '../../../test/fakes/program'
import { deriveKey } from '../sealing/passphrase-key'
import { readContent } from './content'
import { openBackup, readBackup } from './format'

const docs = resolve(import.meta.dirname, '../../../docs')
const passphrase = 'grey otters climb slowly'

describe('docs/backup-format.md', () => {
  it('gives the passphrase, the keys, the header and the body of its example', async () => {
    const page = await readFile(resolve(docs, 'backup-format.md'), 'utf8')
    const text = await readFile(resolve(docs, 'backup-example.latchkey'), 'utf8')
    const sealed = must(readBackup(text))
    expect(page).toContain(`\`${passphrase}\``)
    const { created, key, check } = sealed
    const line = `latchkey-backup 1 ${created} scrypt ${key.log2N} ${key.r} ${key.p} ${key.salt} ${check}`
    expect(page).toContain(line)
    const derived = await deriveKey(passphrase, key)
    const keyFor = (info: string): string =>
      Buffer.from(hkdfSync('sha256', derived, '', info, 32)).toString('hex')
    expect(page).toContain(`derived  ${derived.toString('hex')}`)
    expect(page).toContain(`check    ${keyFor('latchkey backup 1 check')}`)
    expect(page).toContain(`bodyKey  ${keyFor('latchkey backup 1 body')}`)
    const body = /```json\n([^]*?)```/.exec(page)?.[1] ?? ''
    const content = must(await openBackup(sealed, passphrase))
    expect(content).toEqual(JSON.parse(body))
    expect(must(readContent(content))).toMatchObject({
      unreadable: [],
      accounts: [{ label: 'Anna at home' }, { password: 'example-password' }],
    })
  })
})
