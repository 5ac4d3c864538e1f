import { afterEach, beforeEach, expect, it } from 'vitest'
import { must } from '../../fakes/program'
import { openAtSandbox, type SandboxProgram } from './sandbox-program'

const email = 'mira@example.org'
let at: SandboxProgram

beforeEach(async () => {
  at = await openAtSandbox()
})
afterEach(() => at.close())

it('a code request that is entered while a step waits for the code gives the step its button', async () => {
  const { program, sandbox } = at
  const server = program.views.servers().find(({ adapter }) => adapter === 'ipcola')
  if (!server) throw new Error('IPCola has no server')
  sandbox.ipcola.switches.vcodeRequest = { method: 'GET', path: '/api/user/vcode' }
  sandbox.ruuvi.addUser(email)
  const other = await at.addByToken('ruuvi', { token: sandbox.ruuvi.tokenFor(email) })
  const { id } = must(await program.runner.begin('register', server.id, undefined))
  must(await program.runner.submit(id, 'address', { email, referenceKey: '' }))
  const told: string[][] = []
  program.mirror.onChange(({ attempts = [] }) => {
    for (const { phase } of attempts) {
      if (phase.kind === 'step') told.push(phase.view.actions.map((action) => action.id))
    }
  })
  const values = { vcodeMethod: 'GET', vcodePath: '/api/user/vcode?email={email}' }
  must(await at.call('servers.configure', { server: server.id, values }))
  expect(told.at(-1)).toEqual(['resend', 'open-site', 'log-in'])
  const drawn = told.length
  // Another account that goes concerns no step.
  must(await program.sessions.remove(other, false))
  await program.idle()
  expect(told).toHaveLength(drawn)
  must(await program.runner.act(id, 'resend'))
  const { code = '' } = await sandbox.mailbox.waitFor(email)
  const done = must(await program.runner.submit(id, 'vcode', { vcode: code, password: 'a horse' }))
  expect(done.phase.kind).toBe('done')
})
