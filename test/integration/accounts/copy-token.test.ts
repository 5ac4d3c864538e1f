import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AccountId } from '../../../src/shared/account'
import type { TokenForm } from '../../../src/shared/contract'
import { must } from '../../fakes/program'
import { openAtSandbox, type SandboxProgram } from './sandbox-program'

const run = promisify(execFile)
const email = 'mira@example.org'
let at: SandboxProgram

beforeEach(async () => {
  at = await openAtSandbox()
})
afterEach(() => at.close())

const services: readonly (readonly [string, RegExp, () => Promise<AccountId>])[] = [
  [
    'ipcola',
    /"email":"mira@example.org"/,
    () => {
      at.sandbox.ipcola.addUser({ email, password: 'correct horse' })
      return at.addByToken('ipcola', { token: at.sandbox.ipcola.tokenFor(email) })
    },
  ],
  [
    'ruuvi',
    /"email":"mira@example.org"/,
    () => {
      at.sandbox.ruuvi.addUser(email)
      return at.addByToken('ruuvi', { token: at.sandbox.ruuvi.tokenFor(email) })
    },
  ],
  [
    'cloudreve',
    /"email":"mira@example.org"/,
    () => {
      at.sandbox.cloudreve.addUser({ email, password: 'correct horse' })
      return at.addByToken('cloudreve', {
        token: at.sandbox.cloudreve.tokenFor(email).refresh_token,
      })
    },
  ],
]

async function copy(account: AccountId, form: TokenForm): Promise<string> {
  must(await at.call('accounts.copyToken', { account, form }))
  return at.copied.at(-1) ?? ''
}

it.skipIf(process.platform === 'win32').each(services)(
  'a curl line of %s asks the service whose token it is, in a real shell',
  async (_service, answer, add) => {
    const line = await copy(await add(), 'curl')
    const { stdout } = await run(
      '/bin/sh',
      ['-c', `${line} --silent --show-error --write-out '\\n%{http_code}'`],
      { env: { PATH: process.env['PATH'] } },
    )
    expect(stdout).toMatch(/\n200$/)
    expect(stdout).toMatch(answer)
  },
)

it.each(services)('the token of %s alone, and as a header', async (_service, _answer, add) => {
  const account = await add()
  const token = await copy(account, 'token')
  expect(await copy(account, 'header')).toBe(`Authorization: Bearer ${token}`)
  expect(token).toMatch(/^\S{8,}$/)
})
