import { describe, expect, it } from 'vitest'
import { lostAnswers, password, useSandbox } from './cloudreve-person'

const world = useSandbox()

/** An account that waits for its activation, and its link. */
function waitingAccount() {
  const email = world.email()
  const id = world.site.addUser({ email, password, status: 'inactive' })
  return { email, id, link: world.site.activationLinkFor(email) }
}

describe('activating by a link', () => {
  it('works for an address that is typed', async () => {
    const { email, link } = waitingAccount()
    const person = await world.person().begin('verify')
    expect(person.fields).toEqual(['email', 'link'])
    expect(person.actions).not.toContain('resend')
    expect(person.waiting).toBeUndefined()
    await person.submit({ email: email.toUpperCase(), link })
    expect(person.step).toBe('login')
    expect(world.site.statusOf(email)).toBe('active')
    await person.submit({ password })
    expect(person.done?.email).toBe(email)
  })

  it('asks an account’s own flow for the link alone', async () => {
    const { email } = waitingAccount()
    const person = await world.person().begin('verify', email)
    expect(person.fields).toEqual(['link'])
    expect(person.actions).toContain('resend')
  })

  it.each([
    ['from HTML source', (link: string) => link.replace('&', '&amp;')],
    ['percent-encoded', encodeURIComponent],
    ['inside a sentence', (link: string) => `Click <${link}> to activate.`],
    ['wrapped', (link: string) => `https://safe.example/?u=${encodeURIComponent(link)}&s=1`],
  ])('takes a link %s', async (_, form) => {
    const { email, link } = waitingAccount()
    await (await world.person().begin('verify', email)).submit({ link: form(link) })
    expect(world.site.statusOf(email)).toBe('active')
  })

  it('sends a link of another host to the account’s own site, and warns', async () => {
    world.site.settings.siteUrl = 'https://elsewhere.example/drive'
    const { email, link } = waitingAccount()
    expect(link).toContain('https://elsewhere.example/session/')
    const person = await world.person().begin('verify', email)
    await person.submit({ link })
    expect(world.site.statusOf(email)).toBe('active')
    expect(person.notices).toMatch(/^warning: .*elsewhere\.example/)
  })

  it('warns of another host when the site refuses the link, too', async () => {
    const { email, id } = waitingAccount()
    const person = await world.person().begin('verify', email)
    await person.submit({ link: `https://evil.example/session/activate?id=${id}&sign=abc%3A9` })
    expect(person.failure?.code).toBe('code-expired')
    expect(person.notices).toMatch(/^warning: .*evil\.example/)
  })

  it('sends nothing for what is no link', async () => {
    const { email } = waitingAccount()
    const person = await world.person().begin('verify', email)
    await person.submit({ link: 'hello' })
    expect(person.failure).toMatchObject({ code: 'invalid-input', field: 'link' })
    expect(world.count('activate')).toBe(0)
  })

  it('says that a link is over a day old', async () => {
    const { email, link } = waitingAccount()
    world.it.clock.advance(24 * 3_600_000 + 2_000)
    const person = await world.person().begin('verify', email)
    await person.submit({ link })
    expect(person.failure).toMatchObject({ code: 'code-expired', field: 'link' })
    expect(person.step).toBe('activate')
  })

  it.each([
    ['a sign that was changed', (link: string) => link.replace(/sign=..../, 'sign=AAAA')],
    ['a sign without its time', (link: string) => link.replace(/(:|%3A)\d+$/, '')],
    ['an id of somebody else', (link: string) => link.replace(/id=\w+/, 'id=abcd')],
  ])('refuses %s', async (_, spoil) => {
    const { email, link } = waitingAccount()
    const person = await world.person().begin('verify', email)
    await person.submit({ link: spoil(link) })
    expect(person.failure).toMatchObject({ code: 'wrong-code', field: 'link' })
    expect(world.site.statusOf(email)).toBe('inactive')
  })

  it('logs in where a mail scanner has opened the link before', async () => {
    const { email, link } = waitingAccount()
    world.site.setStatus(email, 'active')
    const person = await world.person().begin('verify', email)
    await person.submit({ link })
    expect(person.failure).toBeUndefined()
    expect(person.step).toBe('login')
    expect(person.notices).toContain('already been activated')
  })

  it('says whose link it was when it was another’s', async () => {
    const mine = waitingAccount()
    const theirs = waitingAccount()
    const person = await world.person().begin('verify', mine.email)
    await person.submit({ link: theirs.link })
    expect(person.failure).toMatchObject({ code: 'email-mismatch', detail: theirs.email })
    expect(person.step).toBe('activate')
  })

  it.each(lostAnswers)(
    'that got %s is not repeated; logging in tells',
    async (_what, fault, code) => {
      const { email, link } = waitingAccount()
      world.site.faults.next('activate', fault)
      const person = await world.person().begin('verify', email)
      await person.submit({ link })
      expect(person.failure?.code).toBe(code)
      expect(person.notices).toContain('warning')
      expect(person.firstActions).toEqual(['opened'])
      expect(world.count('activate')).toBe(1)
      await person.act('opened')
      await person.submit({ password })
      expect(person.done?.email).toBe(email)
      expect(world.count('activate')).toBe(1)
    },
  )

  it('stays unsure after a lost answer while the site only refuses the link', async () => {
    const { email, link } = waitingAccount()
    const person = await world.person().begin('verify', email)
    world.site.faults.next('activate', { kind: 'reset-after' })
    await person.submit({ link })
    world.it.clock.advance(24 * 3_600_000 + 2_000)
    await person.submit({ link })
    expect(person.failure?.code).toBe('code-expired')
    expect(person.notices).toContain('may or may not be activated')
    expect((await person.restart()).notices).toContain('may or may not be activated')
  })

  it('is done when the site says so, however odd the rest of its answer is', async () => {
    const { email, link } = waitingAccount()
    world.site.faults.next('activate', { kind: 'missing-field', field: 'data' })
    const person = await world.person().begin('verify', email)
    await person.submit({ link })
    expect(person.failure).toBeUndefined()
    expect(person.step).toBe('login')
  })

  it('sent again from here makes an account that did not exist, and says so beforehand', async () => {
    world.site.settings.activation = true
    const email = world.email()
    const person = await world.person().begin('verify', email)
    await person.act('resend')
    expect(person.view.text).toContain('does not exist')
    await person.submit({ password })
    expect(person.step).toBe('activate')
    await person.submit({ link: world.link(email) })
    expect(person.done?.email).toBe(email)
  })

  it('cannot be sent again from here where only a browser passes the captcha', async () => {
    Object.assign(world.site.settings, { regCaptcha: true, captchaType: 'cap' })
    const { email } = waitingAccount()
    const person = await world.person().begin('verify', email)
    await person.act('resend')
    expect(person.failure).toMatchObject({ code: 'captcha-needs-browser', detail: 'Cap' })
  })

  it.each(lostAnswers)(
    'whose mail got %s on sending it again says so',
    async (_what, fault, code) => {
      world.site.settings.activation = true
      const email = world.email()
      const person = await world.person().begin('register')
      await person.submit({ email, password, language: 'en-US' })
      world.it.clock.advance(60_000)
      world.site.faults.next('signUp', fault)
      await person.act('resend')
      expect(person.failure?.code).toBe(code)
      expect(person.step).toBe('activate')
      expect(person.notices).toContain('may or may not have sent')
      expect(world.count('signUp')).toBe(2)
    },
  )
})
