/** Commands against the program on real files and a real socket, with a made-up service. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Settings } from '../../../src/shared/settings'
import { fail, ok } from '../../../src/shared/failure'
import { textFor } from '../../../src/shared/text'
import { logIn, must, rig, settled, theId, type Rig } from '../../fakes/program'
import { say, sayAs } from './command'

let opened: Rig | undefined

afterEach(async () => {
  await opened?.program.close()
  opened = undefined
})

async function running(settings: Partial<Settings>, ...emails: string[]): Promise<Rig> {
  opened = await rig()
  for (const email of emails) await logIn(opened, email, email.split('@')[0])
  must(await opened.program.settings.change(settings))
  must(await opened.program.scripts.listen())
  return opened
}

const words = textFor('en').scriptAnswers
/** The first account as it is told in a sentence. */
const one = 'one@a.example (https://api.made-up.example)'

const on = { scripts: 'on' } as const
const ask = { scripts: 'ask' } as const

function questions(it: Rig) {
  return it.program.mirror.snapshot().scriptQuestions
}

/** Waits until the windows were told of a question, and gives it. */
async function question(it: Rig) {
  for (;;) {
    const [one] = questions(it)
    if (one) return one
    await new Promise<void>((resolve) => {
      const stop = it.program.mirror.onChange(() => {
        stop()
        resolve()
      })
    })
  }
}

const caller = { windowId: 1, paste: () => undefined }
function answer(it: Rig, id: string, word: 'once' | 'always' | 'no') {
  const input = { question: id, answer: word } as Parameters<
    Rig['program']['handlers']['scripts.answer']
  >[0]
  return it.program.handlers['scripts.answer'](input, caller)
}

describe('a token', () => {
  it('is printed with a newline and nothing else', async () => {
    const { folder } = await running(on, 'one@a.example')
    expect(await say(folder, 'token', 'made-up')).toEqual({
      code: 0,
      out: 'token-for-one\n',
      err: '',
    })
  })

  it('is that of the active account, or of the one that is named by label or e-mail', async () => {
    const it = await running(on, 'one@a.example', 'two@a.example')
    const [one] = it.program.views.accounts()
    must(await it.program.quickLogin.activate(theId(one)))
    expect((await say(it.folder, 'token', 'made-up')).out).toBe('token-for-one\n')
    const two = await say(it.folder, 'token', 'made-up', '--account', 'TWO@a.example')
    expect(two.out).toBe('token-for-two\n')
    expect((await say(it.folder, 'token', 'api.made-up.example')).out).toBe('token-for-one\n')
  })

  it('comes as JSON with what it belongs to', async () => {
    const { folder } = await running(on, 'one@a.example')
    const { out } = await say(folder, 'token', 'made-up', '--json')
    expect(JSON.parse(out)).toEqual({
      token: 'token-for-one',
      account: 'one@a.example',
      service: 'made-up',
      server: 'https://api.made-up.example',
      expiresAt: null,
    })
  })

  it('is refused while switched off, with exit code 5 and no word on standard output', async () => {
    const { folder } = await running({}, 'one@a.example')
    const refused = await say(folder, 'token', 'made-up')
    expect(refused).toMatchObject({ code: 5, out: '' })
    expect(refused.err).toMatch(/switched off/)
    expect((await say(folder, 'accounts')).code).toBe(5)
    expect((await say(folder, 'switch', 'one@a.example')).code).toBe(5)
  })

  it.each([
    { kind: 'locked', words: words.locked },
    { kind: 'denied', words: words.keychain },
  ] as const)('is refused while the keychain is $kind', async ({ kind, words }) => {
    const it = await running(on, 'one@a.example')
    it.keychain.become({ kind })
    const before = it.keychain.calls
    const refused = await say(it.folder, 'token', 'made-up')
    expect(refused).toEqual({ code: 5, out: '', err: `latchkey: ${words}\n` })
    expect(it.keychain.calls).toBe(before)
  })

  it('makes no keychain ask, even one whose lock was not noticed, also while the person is asked', async () => {
    const it = await running(on, 'one@a.example')
    it.keychain.lockedUnseen = true
    const refused = await say(it.folder, 'token', 'made-up')
    expect(refused).toMatchObject({ code: 5, out: '' })
    expect(refused.err).toMatch(/locked/)
    expect(it.keychain.prompts).toBe(0)
    // The person who copies it at the same time is asked, and the script is not let in with them.
    const [own, script] = await Promise.all([
      it.program.sessions.token(theId(it.program.views.accounts()[0])),
      say(it.folder, 'token', 'made-up'),
    ])
    expect(must(own)).toBe('token-for-one')
    expect(script).toMatchObject({ code: 5, out: '' })
    expect(it.keychain.prompts).toBe(1)
  })

  it.each(['one\nurl = "https://evil.example"', 'one\u001b[2J', 'one two', 'tok\u202een'])(
    'that would be more than a token is not printed: %j',
    async (access) => {
      const it = await running(on)
      it.script.verify = () => Promise.resolve({ access })
      await logIn(it, 'one@a.example')
      const refused = await say(it.folder, 'token', 'made-up')
      expect(refused).toMatchObject({ code: 1, out: '' })
      expect(refused.err).toMatch(/not printed/)
      expect(refused.err).not.toContain(access)
    },
  )

  it('is not given any more once scripts are switched off, also while it is being fetched', async () => {
    const it = await running(on)
    const asked = settled<undefined>()
    const hold = settled<undefined>()
    it.script.verify = () =>
      Promise.resolve({ access: 'old', refresh: 'more', accessExpiresAt: Date.now() + 1_000 })
    it.script.refresh = async () => {
      asked.settle(undefined)
      await hold.promise
      return ok({ access: 'new', refresh: 'more', accessExpiresAt: Date.now() + 3_600_000 })
    }
    await logIn(it, 'one@a.example')
    const waiting = say(it.folder, 'token', 'made-up')
    await asked.promise
    must(await it.program.settings.change({ scripts: 'off' }))
    hold.settle(undefined)
    expect(await waiting).toMatchObject({ code: 5, out: '' })
  })

  it('needs a login where there is none, with exit code 4 and the account’s name', async () => {
    const it = await running(on, 'one@a.example')
    it.keychain.secrets.clear()
    const missing = await say(it.folder, 'token', 'made-up')
    const said = words.loginRequired(one, 'secret-missing')
    expect(missing).toEqual({ code: 4, out: '', err: `latchkey: ${said}\n` })
    // It is known now, and answered without looking.
    expect(await say(it.folder, 'token', 'made-up')).toEqual(missing)
  })

  it('that nothing can open any more is called neither rejected nor deleted', async () => {
    const it = await running(on, 'one@a.example')
    it.keychain.get = () => Promise.resolve(fail('secret-sealed'))
    const sealed = await say(it.folder, 'token', 'made-up')
    const said = words.loginRequired(one, 'secret-sealed')
    expect(sealed).toEqual({ code: 4, out: '', err: `latchkey: ${said}\n` })
    expect(await say(it.folder, 'token', 'made-up')).toEqual(sealed)
  })

  it('that cannot be renewed before the account is confirmed says so', async () => {
    const it = await running(on)
    const accessExpiresAt = Date.now() + 30_000
    it.script.verify = () => Promise.resolve({ access: 'old', refresh: 'more', accessExpiresAt })
    it.script.refresh = () => Promise.resolve(fail('email-unconfirmed'))
    await logIn(it, 'one@a.example')
    const refused = await say(it.folder, 'token', 'made-up')
    const said = words.loginRequired(one, 'needs-verification')
    expect(refused).toEqual({ code: 4, out: '', err: `latchkey: ${said}\n` })
  })

  it('is renewed first when it runs out, and not given when that fails', async () => {
    const it = await running(on)
    let now = Date.now() + 30_000
    it.script.verify = () =>
      Promise.resolve({ access: 'old', refresh: 'more', accessExpiresAt: now })
    it.script.refresh = () => Promise.resolve(fail('offline'))
    await logIn(it, 'one@a.example')
    const failed = await say(it.folder, 'token', 'made-up')
    expect(failed).toMatchObject({ code: 1, out: '' })
    it.script.refresh = () => {
      now += 3_600_000
      return Promise.resolve(ok({ access: 'new', refresh: 'more', accessExpiresAt: now }))
    }
    const { out } = await say(it.folder, 'token', 'made-up', '--json')
    expect(JSON.parse(out)).toMatchObject({ token: 'new', expiresAt: new Date(now).toISOString() })
  })

  it('of a service, account or option that is not there is a usage error that says what is', async () => {
    const { folder } = await running(on, 'one@a.example')
    const service = await say(folder, 'token', 'nowhere')
    expect(service).toMatchObject({ code: 2, out: '' })
    expect(service.err).toMatch(/made-up/)
    const account = await say(folder, 'token', 'made-up', '--account', 'nobody')
    expect(account).toMatchObject({ code: 2, out: '' })
    expect(await say(folder, 'token', 'made-up', '--loud')).toMatchObject({ code: 2, out: '' })
    expect(await say(folder, 'token')).toMatchObject({ code: 2, out: '' })
  })
})

describe('other commands', () => {
  it('list the accounts without a secret', async () => {
    const it = await running(on, 'one@a.example', 'two@a.example')
    const { out } = await say(it.folder, 'accounts', '--json')
    expect(JSON.parse(out)).toHaveLength(2)
    expect(out).not.toMatch(/token-for/)
    const [one] = JSON.parse(out) as object[]
    expect(Object.keys(one ?? {}).sort()).toEqual(
      ['active', 'email', 'hidden', 'label', 'server', 'service', 'state'].sort(),
    )
    const lines = (await say(it.folder, 'accounts')).out.trimEnd().split('\n')
    expect(lines.map((line) => line.split('\t').length)).toEqual([6, 6])
  })

  it('make another account the active one', async () => {
    const it = await running(on, 'one@a.example', 'two@a.example')
    for (const email of ['one@a.example', 'two@a.example']) {
      const said = textFor('en').command.switched(email, 'https://api.made-up.example')
      const switched = { code: 0, out: '', err: `${said}\n` }
      expect(await say(it.folder, 'switch', email)).toEqual(switched)
      const active = it.program.views.accounts().filter((account) => account.active)
      expect(active.map((account) => account.email)).toEqual([email])
    }
    expect((await say(it.folder, 'switch', 'nobody')).code).toBe(2)
  })

  it('print names that cannot speak to a terminal, and take them as printed', async () => {
    const it = await running(on, 'one@a.example', 'two@a.example')
    const [one, two] = it.program.views.accounts()
    const nasty = 'Work\n*\truuvi\u001b[31m\u009b2J\u202egnp.exe'
    for (const account of [theId(one), theId(two)]) {
      must(await it.program.handlers['accounts.describe']({ account, label: nasty }, caller))
    }
    const { out } = await say(it.folder, 'accounts')
    expect(out.trimEnd().split('\n')).toHaveLength(2)
    const unruly = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/u
    expect(out).not.toMatch(unruly)
    const json = (await say(it.folder, 'accounts', '--json')).out
    expect(json).not.toMatch(unruly)
    expect(JSON.parse(json)).toMatchObject([{ label: nasty }, { label: nasty }])

    const shown = out.split('\t')[2] ?? ''
    const both = await say(it.folder, 'token', 'made-up', '--account', shown)
    expect(both).toMatchObject({ code: 2, out: '' })
    expect(both.err.trimEnd().split('\n')).toHaveLength(3)
    expect(both.err).not.toMatch(unruly)
    const unknown = await say(it.folder, 'switch', nasty.slice(0, -1))
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err).not.toMatch(unruly)
    must(
      await it.program.handlers['accounts.describe']({ account: theId(two), label: 'x' }, caller),
    )
    expect((await say(it.folder, 'token', 'made-up', '--account', shown)).code).toBe(0)
  })

  it('say that nothing runs, before, after, and where there is no profile', async () => {
    const it = await rig()
    expect((await say(it.folder, 'token', 'made-up')).code).toBe(3)
    expect((await say('/nowhere/at/all', 'accounts')).code).toBe(3)
    must(await it.program.scripts.listen())
    expect((await say(it.folder, 'token', 'made-up')).code).toBe(5)
    await it.program.close()
    expect((await say(it.folder, 'token', 'made-up')).code).toBe(3)
  })
})

it('two programs on two profiles answer for themselves', async () => {
  const one = await running(on, 'one@a.example')
  opened = undefined
  try {
    const two = await running(on, 'two@a.example')
    expect((await say(one.folder, 'token', 'made-up')).out).toBe('token-for-one\n')
    expect((await say(two.folder, 'token', 'made-up')).out).toBe('token-for-two\n')
    await one.program.close()
    expect((await say(one.folder, 'token', 'made-up')).code).toBe(3)
    expect((await say(two.folder, 'token', 'made-up')).out).toBe('token-for-two\n')
  } finally {
    await one.program.close()
  }
})

describe('a program that asks', () => {
  it('is let go without a token when Latchkey quits meanwhile', async () => {
    const it = await running(ask, 'one@a.example')
    const waiting = say(it.folder, 'token', 'made-up')
    await question(it)
    await it.program.close()
    expect(await waiting).toMatchObject({ code: 1, out: '' })
    expect(questions(it)).toEqual([])
  })

  it('waits for the person, who sees what it says that it is, and is given the token once', async () => {
    const it = await running(ask, 'one@a.example')
    for (let round = 0; round < 2; round++) {
      const waiting = sayAs('/home/a/deploy.sh (bash)', it.folder, 'token', 'made-up')
      const asked = await question(it)
      expect(asked).toMatchObject({ program: '/home/a/deploy.sh (bash)', wants: 'token' })
      must(await answer(it, asked.id, 'once'))
      expect(await waiting).toMatchObject({ code: 0, out: 'token-for-one\n' })
      expect(questions(it)).toEqual([])
    }
  })

  it('is refused when the person refuses, and not asked about again at once', async () => {
    const it = await running(ask, 'one@a.example')
    const waiting = say(it.folder, 'token', 'made-up')
    const { id } = await question(it)
    must(await answer(it, id, 'no'))
    expect(await waiting).toMatchObject({ code: 5, out: '' })
    expect(await say(it.folder, 'token', 'made-up')).toMatchObject({ code: 5, out: '' })
    expect(questions(it)).toEqual([])
  })

  it('is allowed for good, and so are its other questions', async () => {
    const it = await running(ask, 'one@a.example')
    const waiting = [say(it.folder, 'token', 'made-up'), say(it.folder, 'token', 'made-up')]
    const { id } = await question(it)
    must(await answer(it, id, 'always'))
    for (const { code } of await Promise.all(waiting)) expect(code).toBe(0)
    expect(it.program.settings.value.allowedPrograms).toEqual(['a test'])
    expect((await say(it.folder, 'token', 'made-up')).out).toBe('token-for-one\n')
    const other = sayAs('another', it.folder, 'token', 'made-up')
    expect((await question(it)).program).toBe('another')
    must(await it.program.settings.change({ scripts: 'off' }))
    expect((await other).code).toBe(5)
  })

  it('is asked about for a switch, and not for the list', async () => {
    const it = await running(ask, 'one@a.example', 'two@a.example')
    expect((await say(it.folder, 'accounts')).code).toBe(0)
    const waiting = say(it.folder, 'switch', 'one@a.example')
    const { id, wants } = await question(it)
    expect(wants).toBe('switch')
    must(await answer(it, id, 'once'))
    expect((await waiting).code).toBe(0)
  })

  it('gets nothing without a question when there is nothing to give', async () => {
    const it = await running(ask, 'one@a.example')
    it.keychain.become({ kind: 'locked' })
    expect((await say(it.folder, 'token', 'made-up')).code).toBe(5)
    expect(questions(it)).toEqual([])
  })

  it('cannot be answered when it is gone', async () => {
    const it = await running(ask, 'one@a.example')
    expect(await answer(it, 'no-such-question', 'once')).toEqual(fail('not-found'))
  })

  it('cannot move the text of the question about', async () => {
    const it = await running(ask, 'one@a.example')
    void sayAs('good.sh\n\u202Eevil\u0007', it.folder, 'token', 'made-up')
    expect((await question(it)).program).toBe('good.sh??evil?')
  })
})

it('shares one renewal among all who ask at once', async () => {
  const it = await running(on)
  let renewals = 0
  const hold = settled<undefined>()
  it.script.verify = () =>
    Promise.resolve({ access: 'old', refresh: 'more', accessExpiresAt: Date.now() + 1_000 })
  it.script.refresh = async () => {
    renewals += 1
    await hold.promise
    return ok({ access: 'new', refresh: 'more', accessExpiresAt: Date.now() + 3_600_000 })
  }
  await logIn(it, 'one@a.example')
  const asked = Array.from({ length: 5 }, () => say(it.folder, 'token', 'made-up'))
  hold.settle(undefined)
  const outs = (await Promise.all(asked)).map(({ out }) => out)
  expect(new Set(outs)).toEqual(new Set(['new\n']))
  expect(renewals).toBeLessThanOrEqual(2)
})
