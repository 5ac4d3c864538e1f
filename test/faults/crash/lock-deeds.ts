/** What a program is killed in that has to do with the lock. */
import { must } from '../../fakes/program'
import type { Deed, Subject } from './deeds'
import { passphrases } from './locked'
import type { Stage } from './person'

const remembered: Subject = { session: true, password: true }
const [passphrase, next] = passphrases

async function unlock({ call, program }: Stage): Promise<void> {
  must(await call('lock.unlock', { passphrase }))
  await program.idle()
}

export const lockDeeds: readonly Deed[] = [
  {
    id: 'lock turn on',
    adapter: 'cloudreve',
    user: 'active',
    subject: remembered,
    async act({ call, program }) {
      must(await call('lock.turnOn', { passphrase }))
      await program.idle()
    },
  },
  {
    id: 'lock turn off',
    adapter: 'cloudreve',
    user: 'active',
    subject: remembered,
    locked: true,
    async act(stage) {
      await unlock(stage)
      must(await stage.call('lock.turnOff', { passphrase }))
    },
  },
  {
    id: 'lock change of the passphrase',
    adapter: 'ipcola',
    user: 'active',
    subject: remembered,
    locked: true,
    async act(stage) {
      await unlock(stage)
      must(await stage.call('lock.change', { passphrase, next }))
    },
  },
  {
    id: 'lock turned on and off at once',
    adapter: 'ruuvi',
    user: 'active',
    subject: { session: true },
    async act({ call }) {
      must(await call('lock.turnOn', { passphrase }))
      must(await call('lock.turnOff', { passphrase }))
    },
  },
  {
    id: 'ruuvi login again with a passphrase',
    adapter: 'ruuvi',
    user: 'active',
    subject: { session: true },
    locked: true,
    async act(stage) {
      await unlock(stage)
      await stage.walk('login', { account: stage.subject })
    },
  },
  {
    id: 'cloudreve refresh whose answer comes when Latchkey is locked',
    adapter: 'cloudreve',
    user: 'active',
    subject: { session: true },
    locked: true,
    async act(stage) {
      await unlock(stage)
      const sent = stage.nextRequest()
      const refreshed = stage.call('accounts.refresh', { account: stage.subject })
      await sent
      must(await stage.call('lock.lock', {}))
      must(await refreshed)
    },
  },
]
