import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { crowdId, writeCrowd } from '../../../test/fakes/crowd'
import {
  logIn,
  must,
  rig,
  sendCode,
  settled as eventually,
  theId,
} from '../../../test/fakes/program'
import { closeTrays, settled, tray, type Tray } from '../../../test/fakes/tray'
import type { QuickLoginOutcome } from '../../shared/contract'
import { fail, ok, type Result } from '../../shared/failure'
import { textFor } from '../../shared/text'

const text = textFor('en')
const words = text.tray

afterEach(closeTrays)

describe('the tray’s language', () => {
  it('is the one of the settings, in every line that stands there', async () => {
    const it = await tray(await rig())
    await sendCode(it.it, 'a@b.c')
    await settled(it)
    const line = 'Code sent to a@b.c'
    expect(it.labels()).toEqual(expect.arrayContaining([line, words.open, words.quit]))
    must(await it.it.program.settings.change({ language: 'fi' }))
    await settled(it)
    const finnish = textFor('fi').tray
    expect(it.labels()).toEqual(
      expect.arrayContaining(['Koodi lähetetty: a@b.c', finnish.open, finnish.quit]),
    )
    expect(it.labels().join()).toContain(textFor('fi').accountStates['needs-verification'].short)
    expect(it.labels()).not.toContain(line)
    must(await it.it.program.settings.change({ language: 'system' }))
    await settled(it)
    expect(it.labels()).toEqual(expect.arrayContaining([line, words.open]))
  })
})

describe('the tray’s quick login', () => {
  it('makes a ready account active and says so', async () => {
    const it = await tray(await rig())
    await logIn(it.it, 'a@b.c')
    await logIn(it.it, 'd@e.f')
    await settled(it)
    expect(it.labels().find((label) => label.includes('a@b.c'))).toMatch(/^✓ a@b\.c/)
    it.pick('d@e.f')
    await vi.waitFor(() => expect(it.notices).toEqual([words.notices.active('d@e.f')]))
    await settled(it)
    expect(it.labels()[0]).toMatch(/^✓ d@e\.f/)
    expect(it.labels()).toContain(words.copyToken('d@e.f'))
    expect(it.opened).toEqual([])
  })

  it('offers to undo a removal as long as that can be done', async () => {
    const it = await tray(await rig())
    await logIn(it.it, 'a@b.c')
    await settled(it)
    const undo = text.accounts.removal.undoOf('a@b.c')
    must(it.it.program.removals.begin(theId(it.it.program.views.accounts()[0])))
    await settled(it)
    expect(it.labels()[0]).toBe(undo)
    expect(it.labels()).toContain(words.noAccounts)
    it.pick(undo)
    await settled(it)
    expect(it.notices).toEqual([text.accounts.removal.undone('a@b.c')])
    expect(it.labels()[0]).toMatch(/^✓ a@b\.c/)
    expect(it.labels()).not.toContain(undo)
  })

  it('opens what an account needs that only the person can do, and shows that it is needed', async () => {
    const it = await tray(await rig())
    await logIn(it.it, 'a@b.c')
    await settled(it)
    expect(it.look().attention).toBe(false)
    it.it.script.check = () => Promise.resolve(fail('token-rejected'))
    const [account] = it.it.program.views.accounts()
    await it.it.program.sessions.check(theId(account))
    await settled(it)
    expect(it.look()).toMatchObject({ attention: true, tooltip: words.tooltip(1, false) })
    expect(it.labels()).not.toContain(words.copyToken('a@b.c'))
    it.pick('✓ a@b.c')
    await vi.waitFor(() => expect(it.opened).toHaveLength(1))
    expect(it.opened).toEqual(['quick-login attempt'])
  })

  it('tells of a login that needed nobody, and why one could not be made', async () => {
    const it = await tray(await rig())
    await logIn(it.it, 'a@b.c')
    await settled(it)
    const run = vi.spyOn(it.it.program.quickLogin, 'run')
    run.mockResolvedValueOnce(ok({ kind: 'active', also: 'logged-in' }))
    it.pick('✓ a@b.c')
    await vi.waitFor(() => expect(it.notices).toEqual([words.notices.loggedIn('a@b.c')]))
    // The service's own words stay inside: a notification is seen by whoever stands beside.
    const failure = { code: 'keychain-denied', detail: 'said by the service' } as const
    run.mockResolvedValueOnce(ok({ kind: 'told', failure }))
    it.pick('✓ a@b.c')
    await vi.waitFor(() => expect(it.opened).toEqual(['main account']))
    const { title } = text.failures['keychain-denied']
    expect(it.notices.at(-1)).toBe(words.notices.failed('a@b.c', title))
  })

  it('goes on with what waits', async () => {
    const it = await tray(await rig())
    await sendCode(it.it, 'a@b.c')
    await settled(it)
    it.pick('Code sent to a@b.c')
    await vi.waitFor(() => expect(it.opened).toHaveLength(1))
    expect(it.opened).toEqual(['main attempt'])
  })

  it('opens the page of an account that is blocked or whose keychain is locked', async () => {
    const it = await tray(await rig())
    await logIn(it.it, 'a@b.c')
    it.it.keychain.become({ kind: 'locked' })
    await settled(it)
    expect(it.look()).toMatchObject({ attention: true, tooltip: words.tooltip(0, true) })
    expect(it.labels()[0]).toBe(words.keychainLocked)
    it.pick('✓ a@b.c')
    await vi.waitFor(() => expect(it.opened).toEqual(['main account']))
  })

  it('copies a token, and says if it could not', async () => {
    const it = await tray(await rig())
    await logIn(it.it, 'a@b.c')
    await settled(it)
    it.pick(words.copyToken('a@b.c'))
    await vi.waitFor(() => expect(it.copied).toEqual(['token-for-abcd']))
    expect(it.notices).toEqual([words.notices.copied('a@b.c')])
    it.it.keychain.secrets.clear()
    const [account] = it.it.program.views.accounts()
    it.run({ kind: 'copy-token', account: theId(account) })
    await vi.waitFor(() => expect(it.opened).toEqual(['main account']))
    expect(it.notices.at(-1)).toBe(
      words.notices.failed('a@b.c', text.failures['secret-missing'].title),
    )
  })

  it('opens the page of an account where a copy from the tray would not be heeded', async () => {
    const it = await tray(await rig(), { canCopy: false })
    await logIn(it.it, 'a@b.c')
    await settled(it)
    const read = vi.spyOn(it.it.program.sessions, 'token')
    it.pick(words.openToCopy('a@b.c'))
    await settled(it)
    expect(it.opened).toEqual(['main account'])
    expect(read).not.toHaveBeenCalled()
    expect([...it.copied, ...it.notices]).toEqual([])
  })

  it('opens windows where they are asked for', async () => {
    const it = await tray(await rig())
    for (const line of [words.quickLogin, words.addAccount, words.settings, words.open]) {
      it.pick(line)
    }
    it.pick(words.quit)
    expect(it.opened).toEqual(['quick-login', 'main add', 'settings', 'main home', 'quit'])
  })
})

describe('the tray while Latchkey is locked', () => {
  const passphrase = 'hovgarden at dusk'

  async function withLock(hideAddressesWhenLocked = true): Promise<Tray> {
    const it = await tray(await rig())
    await logIn(it.it, 'a@b.c')
    must(await it.it.program.settings.change({ hideAddressesWhenLocked }))
    must(await it.it.program.lock.turnOn(passphrase))
    await settled(it)
    return it
  }

  it('locks where it is picked, and then asks for the passphrase and names nobody', async () => {
    const it = await withLock()
    it.pick(words.lock)
    await settled(it)
    expect(it.labels()).toEqual([words.locked, words.unlock, '-', words.quit])
    expect(it.look()).toMatchObject({ attention: false, tooltip: words.locked })
    it.pick(words.unlock)
    expect(it.opened).toEqual(['unlock'])
    must(await it.it.program.lock.unlock(passphrase))
    await settled(it)
    expect(it.labels()[0]).toMatch(/^✓ a@b\.c/)
    expect(it.opened).toEqual(['unlock', 'main'])
  })

  it('shows accounts if that is set, and does what was picked after unlocking', async () => {
    const it = await withLock(false)
    it.it.program.lock.lock()
    await settled(it)
    it.pick('✓ a@b.c')
    await settled(it)
    expect(it.opened).toEqual(['unlock'])
    expect(it.notices).toEqual([])
    must(await it.it.program.lock.unlock(passphrase))
    await vi.waitFor(() => expect(it.notices).toEqual([words.notices.active('a@b.c')]))
    expect(it.opened).toEqual(['unlock'])
  })

  it('follows that setting while it is locked', async () => {
    const it = await withLock()
    it.it.program.lock.lock()
    must(await it.it.program.settings.change({ hideAddressesWhenLocked: false }))
    await settled(it)
    expect(it.labels()).toContain('✓ a@b.c (Made-up)')
  })

  it('tells nothing of what ends after the lock', async () => {
    const it = await withLock()
    const answer = eventually<Result<QuickLoginOutcome>>()
    vi.spyOn(it.it.program.quickLogin, 'run').mockReturnValueOnce(answer.promise)
    it.pick('✓ a@b.c')
    it.it.program.lock.lock()
    answer.settle(fail('offline'))
    await settled(it)
    expect(it.notices).toEqual([])
    expect(it.opened).toEqual([])
  })
})

describe('the tray among 10,000 accounts', () => {
  const place = { adapter: 'made-up', baseUrl: 'https://api.made-up.example' }

  async function crowded(): Promise<Tray> {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-tray-'))
    await writeCrowd(folder, 10_000, [place])
    return tray(await rig({ folder }))
  }

  it('draws a handful of accounts for a switch, and none but the one for a check', async () => {
    const it = await crowded()
    must(await it.it.program.quickLogin.activate(crowdId(17)))
    await settled(it)
    const { views } = it.it.program
    const all = vi.spyOn(views, 'accounts')
    const one = vi.spyOn(views, 'account')
    const details = vi.spyOn(views, 'details')

    must(await it.it.program.quickLogin.activate(crowdId(4_711)))
    await settled(it)
    expect(it.labels()[0]).toMatch(/^✓ Customer number 4711/)
    expect(all).not.toHaveBeenCalled()
    expect(one.mock.calls.length).toBeLessThanOrEqual(4)
    expect(details.mock.calls.length).toBeLessThanOrEqual(2)

    one.mockClear()
    await it.it.program.sessions.check(crowdId(9_999))
    await settled(it)
    expect(all).not.toHaveBeenCalled()
    expect(new Set(one.mock.calls.flat())).toEqual(new Set([crowdId(9_999)]))
  })

  it('has few lines, and none that holds a secret', async () => {
    const it = await crowded()
    const secrets = fc.sample(fc.string({ minLength: 12, maxLength: 40, unit: 'grapheme-ascii' }), {
      numRuns: 6,
    })
    for (const [index, secret] of secrets.entries()) {
      it.it.script.verify = () => Promise.resolve({ access: secret, refresh: `${secret}-refresh` })
      await logIn(it.it, `new.${index}@mail.example.org`, `code-${secret}`)
      must(await it.it.program.quickLogin.activate(crowdId(index)))
      await settled(it)
      const shown = JSON.stringify(it.look())
      for (const known of secrets) expect(shown).not.toContain(JSON.stringify(known).slice(1, -1))
      expect(it.labels().length).toBeLessThanOrEqual(40)
    }
    expect(it.it.keychain.secrets.size).toBe(secrets.length)
  }, 60_000)

  it('shows no address while they are hidden, and none in what it tells', async () => {
    const it_ = await rig()
    await logIn(it_, 'home@mail.example')
    await sendCode(it_, 'waiting@mail.example')
    const shown = await tray(it_)
    await settled(shown)
    expect(shown.labels().join()).toContain('home@mail.example')
    must(await it_.program.settings.change({ hideAddresses: true }))
    await settled(shown)
    expect(shown.labels().join()).not.toMatch(/home@|waiting@/)
    expect(shown.labels().join()).toContain('h…@mail.example')
    expect(shown.labels().join()).toContain('w…@mail.example')
    shown.pick(words.copyToken('h…@mail.example'))
    await settled(shown)
    expect(shown.copied).toHaveLength(1)
    expect(shown.notices).toEqual([words.notices.copied('h…@mail.example')])
    must(await it_.program.settings.change({ hideAddresses: false }))
    await settled(shown)
    expect(shown.labels().join()).toContain('home@mail.example')
  })
})
