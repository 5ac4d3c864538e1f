import { describe, expect, it } from 'vitest'
import { lostAnswers, password, useSandbox } from './cloudreve-person'

const world = useSandbox()
const chosen = 'a new password 2'

function someone(more: { twoFactor?: boolean; status?: 'inactive' | 'manual_banned' } = {}) {
  const email = world.email()
  world.site.addUser({ email, password, ...more })
  return email
}

async function asked(email: string) {
  return (await world.person().begin('reset')).submit({ email })
}

describe('asking for a reset mail', () => {
  it('leads to the step that waits for its link', async () => {
    const email = someone()
    const person = await asked(email)
    expect(person.step).toBe('reset')
    expect(person.waiting).toContain(email)
    expect(person.fields).toEqual(['link', 'password'])
    expect(world.it.mailbox.messages(email)).toHaveLength(1)
  })

  it('needs only a click for an account’s own flow', async () => {
    const email = someone()
    const person = await world.person().begin('reset', email)
    expect(person.fields).toEqual([])
    await person.submit()
    expect(world.it.mailbox.messages(email)).toHaveLength(1)
  })

  it.each([
    ['nobody', () => world.email(), 'email-unknown', 'ask-reset'],
    [
      'a blocked account',
      () => someone({ status: 'manual_banned' }),
      'account-blocked',
      'ask-reset',
    ],
    [
      'an account that is not activated',
      () => someone({ status: 'inactive' }),
      'email-unconfirmed',
      'activate',
    ],
  ] as const)('for %s is refused', async (_, who, code, step) => {
    const person = await asked(who())
    expect(person.failure?.code).toBe(code)
    expect(person.step).toBe(step)
  })

  it('points at the address while it is a field, and at nothing else', async () => {
    expect((await asked(world.email())).failure?.field).toBe('email')
    const person = await world.person().begin('reset', world.email())
    await person.submit()
    expect(person.failure?.code).toBe('email-unknown')
    expect(person.failure?.field).toBeUndefined()
  })

  it('says that the mail failed', async () => {
    world.site.settings.mailFails = true
    const person = await asked(someone())
    expect(person.failure?.code).toBe('mail-failed')
    expect(person.step).toBe('ask-reset')
  })

  it('takes a captcha where the site wants one, and a new one to ask again', async () => {
    world.site.settings.forgetCaptcha = true
    const email = someone()
    const person = await world.person().begin('reset', email)
    await person.submit({ captcha: 'wrong' })
    expect(person.failure).toMatchObject({ code: 'captcha-wrong', field: 'captcha' })
    await person.submit({ captcha: world.captcha() })
    expect(person.step).toBe('reset')
    world.it.clock.advance(60_000)
    await person.act('resend')
    expect(person.step).toBe('ask-reset')
    expect(person.fields).toEqual(['captcha'])
    await person.submit({ captcha: world.captcha() })
    expect(world.it.mailbox.messages(email)).toHaveLength(2)
  })

  it('happens in the browser where only that passes the captcha; its link is taken here', async () => {
    Object.assign(world.site.settings, { forgetCaptcha: true, captchaType: 'recaptcha' })
    const email = someone()
    const person = await world.person().begin('reset')
    expect(person.step).toBe('reset')
    expect(person.view.text).toContain('reCAPTCHA')
    expect(person.fields).toEqual(['email', 'link', 'password'])
    world.site.settings.forgetCaptcha = false
    await asked(email)
    await person.submit({ email, link: world.link(email), password: chosen })
    expect(person.done?.email).toBe(email)
  })

  it('again is possible after a minute, and only the newest link works', async () => {
    const email = someone()
    const person = await asked(email)
    await person.act('resend')
    expect(person.failure?.code).toBe('rate-limited')
    const old = world.link(email)
    world.it.clock.advance(60_000)
    await person.act('resend')
    expect(person.failure).toBeUndefined()
    await person.submit({ link: old, password: chosen })
    expect(person.failure).toMatchObject({ code: 'code-expired', field: 'link' })
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.done?.email).toBe(email)
  })

  it.each(lostAnswers)(
    'with %s goes on to the link, with a warning, and is not repeated',
    async (_what, fault, code) => {
      const email = someone()
      world.site.faults.next('askReset', fault)
      const person = await asked(email)
      expect(person.failure?.code).toBe(code)
      expect(person.step).toBe('reset')
      expect(person.notices).toContain('may or may not have sent')
      expect(world.count('askReset')).toBe(1)
      await person.submit({ link: world.link(email), password: chosen })
      expect(person.done?.email).toBe(email)
    },
  )
})

describe('choosing a new password by the link', () => {
  it('logs in with it at once and ends the old refresh tokens', async () => {
    const email = someone()
    const old = world.site.tokenFor(email).refresh_token
    const person = await asked(email)
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.done).toMatchObject({ email, notice: { text: 'Your new password is set.' } })
    expect(world.site.passwordOf(email)).toBe(chosen)
    const token = await world.person().begin('token')
    await token.submit({ token: old })
    expect(token.failure).toMatchObject({ code: 'token-rejected', field: 'token' })
  })

  it('asks for the captcha alone where the login has one', async () => {
    world.site.settings.loginCaptcha = true
    const email = someone()
    const person = await asked(email)
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.step).toBe('login')
    expect(person.fields).toEqual(['captcha'])
    await person.submit({ captcha: world.captcha() })
    expect(person.done?.email).toBe(email)
  })

  it('still wants the second factor', async () => {
    const email = someone({ twoFactor: true })
    const person = await asked(email)
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.step).toBe('second-factor')
    await person.submit({ code: world.site.totp(email) })
    expect(person.done?.email).toBe(email)
  })

  it('goes on after a restart', async () => {
    const email = someone()
    const person = await (await asked(email)).restart()
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.done?.email).toBe(email)
  })

  it('warns of a link of another host, and sends it to the account’s own site', async () => {
    world.site.settings.siteUrl = 'https://elsewhere.example'
    const email = someone()
    const person = await asked(email)
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.done?.notice?.tone).toBe('warning')
    expect(person.done?.notice?.text).toContain('elsewhere.example')
  })

  it('says that a link is over an hour old', async () => {
    const email = someone()
    const person = await asked(email)
    world.it.clock.advance(3_601_000)
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.failure?.code).toBe('code-expired')
    expect(world.site.passwordOf(email)).toBe(password)
  })

  it('keeps the link good when the site refuses the password itself', async () => {
    const email = someone()
    const person = await asked(email)
    world.site.forceCode('reset', 40001)
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.failure?.code).toBe('invalid-input')
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.done?.email).toBe(email)
  })

  it('says that the account was blocked in the meantime', async () => {
    const email = someone()
    const person = await asked(email)
    world.site.setStatus(email, 'sys_banned')
    await person.submit({ link: world.link(email), password: chosen })
    expect(person.failure?.code).toBe('account-blocked')
  })

  it.each(lostAnswers)(
    'with %s is not repeated; logging in with the new password tells',
    async (_what, fault, code) => {
      const email = someone()
      const person = await asked(email)
      world.site.faults.next('reset', fault)
      await person.submit({ link: world.link(email), password: chosen })
      expect(person.failure?.code).toBe(code)
      expect(person.step).toBe('reset')
      expect(person.firstActions).toEqual(['try-login'])
      expect(world.count('reset')).toBe(1)
      await person.act('try-login')
      expect(person.done?.email).toBe(email)
      expect(world.count('reset')).toBe(1)
    },
  )

  describe('when the answer was lost', () => {
    /** The site has set `chosen`, and nobody here knows. */
    async function unsure(email: string) {
      const person = await asked(email)
      world.site.faults.next('reset', { kind: 'reset-after' })
      return person.submit({ link: world.link(email), password: chosen })
    }

    it('finds out by logging in, once the link turns out to be used', async () => {
      const email = someone()
      const person = await unsure(email)
      await person.submit({ link: world.link(email), password: chosen })
      expect(person.done).toMatchObject({ email, notice: { text: 'Your new password is set.' } })
    })

    it('warns of a link of another host also when the login is the proof', async () => {
      world.site.settings.siteUrl = 'https://elsewhere.example'
      const email = someone()
      const person = await unsure(email)
      await person.submit({ link: world.link(email), password: chosen })
      expect(person.done?.notice?.tone).toBe('warning')
      expect(person.done?.notice?.text).toContain('elsewhere.example')
    })

    it('knows that the password is set where the login wants the second factor', async () => {
      const email = someone({ twoFactor: true })
      const person = await unsure(email)
      await person.submit({ link: world.link(email), password: chosen })
      expect(person.step).toBe('second-factor')
      expect(person.notices).toBe('good: Your new password is set.')
    })

    it.each([
      ['another password is typed the second time', unsure, 'another password 3'],
      [
        'the password is gone with a restart',
        async (email: string) => (await unsure(email)).restart(),
        chosen,
      ],
      [
        'the login has a captcha',
        (email: string) => {
          world.site.settings.loginCaptcha = true
          return unsure(email)
        },
        chosen,
      ],
      [
        'the login fails',
        (email: string) => {
          world.site.faults.next('signIn', { kind: 'status', status: 500 })
          return unsure(email)
        },
        chosen,
      ],
    ])('stays unsure where %s', async (_what, leftUnsure, typed) => {
      const email = someone()
      const person = await leftUnsure(email)
      await person.submit({ link: world.link(email), password: typed })
      expect(person.failure).toMatchObject({ code: 'code-expired', field: 'link' })
      expect(person.step).toBe('reset')
      expect(person.notices).toContain('may or may not be set')
      expect(person.actions).toContain('try-login')
      expect((await person.restart()).actions).toContain('try-login')
    })

    it('stays unsure when the next try comes to nothing', async () => {
      const email = someone()
      const person = await unsure(email)
      for (const fault of [{ kind: 'reset-before' }, { kind: 'status', status: 429 }] as const) {
        world.site.faults.next('reset', fault)
        await person.submit({ link: world.link(email), password: chosen })
        expect(person.actions).toContain('try-login')
      }
    })

    it('stays unsure while one more mail is asked for', async () => {
      const email = someone()
      const person = await unsure(email)
      world.it.clock.advance(60_000)
      await person.act('resend')
      expect(person.step).toBe('reset')
      expect(person.actions).toContain('try-login')
      world.site.settings.forgetCaptcha = true
      await person.restart()
      world.it.clock.advance(60_000)
      await person.act('resend')
      expect(person.step).toBe('ask-reset')
      await person.submit({ captcha: world.captcha() })
      expect(person.step).toBe('reset')
      expect(person.actions).toContain('try-login')
      await person.submit({ link: world.link(email), password: chosen })
      expect(person.done?.email).toBe(email)
    })
  })

  it('says whose link it was when it was another’s', async () => {
    const [mine, theirs] = [someone(), someone()]
    await asked(theirs)
    const person = await asked(mine)
    await person.submit({ link: world.link(theirs), password: chosen })
    expect(person.failure).toMatchObject({ code: 'email-mismatch', detail: theirs })
  })
})
