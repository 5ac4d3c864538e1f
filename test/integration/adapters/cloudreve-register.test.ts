import { describe, expect, it } from 'vitest'
import { siteLanguages } from '../../../src/main/adapters/cloudreve/languages'
import { en } from '../../../src/main/adapters/cloudreve/text/en'
import { password, useSandbox } from './cloudreve-person'

const world = useSandbox()
const minute = 60_000

async function signedUp(email: string) {
  const person = await world.person().begin('register')
  return person.submit({ email, password, language: 'de-DE' })
}

describe('registering', () => {
  it('ends in a login where the site wants nothing else', async () => {
    const email = world.email()
    const person = await signedUp(email)
    expect(person.done).toMatchObject({ email, notice: { tone: 'good' } })
    expect(person.done?.session.refresh).toBeTruthy()
    expect(person.done?.facts.map(({ key }) => key)).toEqual([
      'nickname',
      'group',
      'status',
      'since',
    ])
    expect(world.count('signUp')).toBe(1)
  })

  it('offers the site’s languages and sends the chosen one', async () => {
    const email = world.email()
    const person = await world.person().begin('register')
    expect(person.fields).toEqual(['email', 'password', 'language'])
    expect(person.field('language')).toMatchObject({ value: 'en-US', options: siteLanguages })
    await person.submit({ email, password, language: 'fr-FR' })
    const sent = world.it.requests.list('cloudreve').find((one) => one.operation === 'signUp')
    expect(sent?.body).toMatchObject({ email, language: 'fr-FR' })
  })

  it.each([
    ['short', 'too-short'],
    ['x'.repeat(65), 'too-long'],
  ])('keeps a password that not every site takes to itself: %s', async (typed, detail) => {
    const person = await world.person().begin('register')
    await person.submit({ email: world.email(), password: typed, language: 'en-US' })
    expect(person.failure).toMatchObject({ code: 'invalid-input', field: 'password', detail })
    expect(world.count('signUp')).toBe(0)
  })

  it('asks an account’s own flow for no address', async () => {
    const email = world.email()
    const person = await world.person().begin('register', email)
    expect(person.fields).toEqual(['password', 'language'])
    expect(person.view.text).toContain(email)
    await person.submit({ password, language: 'en-US' })
    expect(person.done?.email).toBe(email)
  })

  it('does not begin where the site takes no accounts', async () => {
    world.site.settings.registerEnabled = false
    const person = await world.person().begin('register')
    expect(person.failure?.code).toBe('sign-up-closed')
  })

  it('says so when the site closes in the meantime', async () => {
    const person = await world.person().begin('register')
    world.site.settings.registerEnabled = false
    await person.submit({ email: world.email(), password, language: 'en-US' })
    expect(person.failure?.code).toBe('sign-up-closed')
    expect(person.step).toBe('sign-up')
  })

  it('names the site’s terms', async () => {
    world.site.settings.tosUrl = 'https://example.com/terms'
    const person = await world.person().begin('register')
    expect(person.notices).toContain('https://example.com/terms')
  })

  it('says that an address is taken, and makes nothing', async () => {
    const email = world.email()
    world.site.addUser({ email, password: 'other one' })
    const person = await signedUp(email)
    expect(person.failure).toMatchObject({ code: 'email-taken', field: 'email' })
    expect(person.step).toBe('sign-up')
    expect(world.site.passwordOf(email)).toBe('other one')
    const own = await world.person().begin('register', email)
    await own.submit({ password, language: 'en-US' })
    expect(own.failure?.code).toBe('email-taken')
    expect(own.failure?.field).toBeUndefined()
  })

  it('says that a mail provider is not accepted', async () => {
    world.site.settings.bannedMailDomains = ['example.com']
    const person = await signedUp(world.email())
    expect(person.failure).toMatchObject({ code: 'invalid-input', field: 'email' })
    expect(person.failure?.serviceCode).toBe('40031')
  })

  it('asks for the second factor of a site’s new account like that of any', async () => {
    const email = world.email()
    world.site.faults.next('signIn', {
      kind: 'answer',
      body: { code: 203, msg: '', data: 'b4351ecc-ee1a-4455-bc94-2c3dbcc58538' },
    })
    const person = await signedUp(email)
    expect(person.step).toBe('second-factor')
  })
})

describe('the captcha of registering', () => {
  it('is a picture, and a new one after each failure', async () => {
    Object.assign(world.site.settings, { regCaptcha: true })
    const email = world.email()
    const person = await world.person().begin('register')
    const first = person.picture
    expect(first).toMatch(/^data:image\/png;base64,/)
    const typed = { email, password, language: 'en-US' }
    await person.submit({ ...typed, captcha: 'wrong' })
    expect(person.failure).toMatchObject({ code: 'captcha-wrong', field: 'captcha' })
    expect(person.picture).toMatch(/^data:image\/png/)
    expect(person.picture).not.toBe(first)
    await person.submit({ ...typed, captcha: world.captcha().toLowerCase() })
    expect(person.done?.email).toBe(email)
  })

  it('leaves the field without a picture when none can be loaded, and says why', async () => {
    world.site.settings.regCaptcha = true
    world.site.faults.always('captcha', { kind: 'status', status: 500 })
    const person = await world.person().begin('register')
    expect(person.failure?.code).toBe('service-error')
    expect(person.fields).toContain('captcha')
    expect(person.picture).toBeUndefined()
    expect(person.actions).toContain('new-captcha')
  })

  it('appears when the site has switched it on in the meantime', async () => {
    const email = world.email()
    const person = await world.person().begin('register')
    world.site.settings.regCaptcha = true
    await person.submit({ email, password, language: 'en-US' })
    expect(person.failure?.code).toBe('captcha-wrong')
    await person.submit({ email, password, language: 'en-US', captcha: world.captcha() })
    expect(person.done?.email).toBe(email)
  })

  it('that turns into one for browsers leads there', async () => {
    world.site.settings.regCaptcha = true
    const person = await world.person().begin('register')
    world.site.settings.captchaType = 'cap'
    const typed = { email: world.email(), password, language: 'en-US' }
    await person.submit({ ...typed, captcha: world.captcha() })
    expect(person.failure).toMatchObject({ code: 'captcha-needs-browser', detail: 'Cap' })
    expect(person.step).toBe('sign-up-in-browser')
  })

  it('is asked again for the login behind it', async () => {
    Object.assign(world.site.settings, { regCaptcha: true, loginCaptcha: true })
    const email = world.email()
    const person = await world.person().begin('register')
    await person.submit({ email, password, language: 'en-US', captcha: world.captcha() })
    expect(person.step).toBe('login')
    expect(person.fields).toEqual(['captcha'])
    expect(person.notices).toContain('good')
    await person.submit({ captcha: world.captcha() })
    expect(person.done?.email).toBe(email)
  })

  it.each(['recaptcha', 'turnstile', 'cap'] as const)(
    'of kind %s leads into the browser and then to the login',
    async (captchaType) => {
      Object.assign(world.site.settings, { regCaptcha: true, captchaType })
      const person = await world.person().begin('register')
      expect(person.step).toBe('sign-up-in-browser')
      expect(person.fields).toEqual([])
      await person.submit()
      expect(person.step).toBe('login')
    },
  )
})

describe('registering where activation is on', () => {
  it('waits for the link and goes on into the login by itself', async () => {
    world.site.settings.activation = true
    const email = world.email()
    const person = await signedUp(email)
    expect(person.step).toBe('activate')
    expect(person.view.text).toContain(email)
    expect(person.waiting).toContain(email)
    expect(JSON.stringify(person.at.kept)).not.toContain(password)
    await person.submit({ link: world.link(email) })
    expect(person.done).toMatchObject({ email, notice: { text: 'Your account is activated.' } })
    expect(world.count('activate')).toBe(1)
  })

  it('goes on after a restart, asking only for the password', async () => {
    world.site.settings.activation = true
    const email = world.email()
    const person = await (await signedUp(email)).restart()
    expect(person.step).toBe('activate')
    await person.submit({ link: world.link(email) })
    expect(person.step).toBe('login')
    expect(person.fields).toEqual(['password'])
    await person.submit({ password })
    expect(person.done?.email).toBe(email)
  })

  it('takes "I opened it" at its word only if the service agrees', async () => {
    world.site.settings.activation = true
    const email = world.email()
    const person = await signedUp(email)
    await person.act('opened')
    expect(person.failure).toMatchObject({ code: 'email-unconfirmed', goesOn: true })
    expect(person.step).toBe('activate')
    expect(person.view.text).toContain('24 hours')
    world.site.setStatus(email, 'active')
    await person.act('opened')
    expect(person.done?.email).toBe(email)
  })

  it('is unsure of a lost activation no longer once the login has told', async () => {
    world.site.settings.activation = true
    const email = world.email()
    const person = await signedUp(email)
    world.site.faults.next('activate', { kind: 'reset-before' })
    await person.submit({ link: world.link(email) })
    expect(person.failure?.code).toBe('outcome-unknown')
    expect(person.firstActions).toEqual(['opened'])
    await person.act('opened')
    expect(person.failure?.code).toBe('email-unconfirmed')
    expect(person.firstActions).toEqual([])
    expect(person.notices).not.toContain('warning')
  })

  it('sends the mail again after a minute, by the same sign-up', async () => {
    world.site.settings.activation = true
    const email = world.email()
    const person = await signedUp(email)
    const action = person.view.actions.find(({ id }) => id === 'resend')
    expect(action?.availableAt).toBeGreaterThan(world.it.clock.now())
    await person.act('resend')
    expect(person.failure).toMatchObject({ code: 'rate-limited', retryAt: action?.availableAt })
    expect(world.count('signUp')).toBe(1)
    world.it.clock.advance(minute)
    await person.act('resend')
    expect(person.failure).toBeUndefined()
    expect(person.notices).toContain('sent')
    expect(world.it.mailbox.messages(email)).toHaveLength(2)
    await person.submit({ link: world.link(email) })
    expect(person.done?.email).toBe(email)
  })

  it('asks for a password to send the mail again after a restart, and the first one stays', async () => {
    world.site.settings.activation = true
    const email = world.email()
    const person = await (await signedUp(email)).restart()
    world.it.clock.advance(minute)
    await person.act('resend')
    expect(person.step).toBe('resend')
    expect(person.fields).toEqual(['password'])
    expect(person.waiting).toContain(email)
    await person.submit({ password: 'something else' })
    expect(person.step).toBe('activate')
    expect(world.site.passwordOf(email)).toBe(password)
    await person.submit({ link: world.link(email) })
    expect(person.failure).toBeUndefined()
    expect(person.step).toBe('login')
    expect(person.fields).toEqual(['password'])
    expect(world.count('signIn')).toBe(0)
  })

  it('asks for a captcha to send the mail again where the site wants one', async () => {
    Object.assign(world.site.settings, { activation: true, regCaptcha: true })
    const email = world.email()
    const person = await world.person().begin('register')
    await person.submit({ email, password, language: 'en-US', captcha: world.captcha() })
    world.it.clock.advance(minute)
    await person.act('resend')
    expect(person.fields).toEqual(['captcha'])
    await person.submit({ captcha: world.captcha() })
    expect(world.it.mailbox.messages(email)).toHaveLength(2)
    await person.submit({ link: world.link(email) })
    expect(person.done?.email).toBe(email)
  })

  it('says of the mail what it said before, to whoever goes back without sending another', async () => {
    Object.assign(world.site.settings, { activation: true, regCaptcha: true })
    const email = world.email()
    const person = await world.person().begin('register')
    await person.submit({ email, password, language: 'en-US', captcha: world.captcha() })
    const goAndComeBack = async (): Promise<void> => {
      world.it.clock.advance(minute)
      const before = person.view
      await person.act('resend')
      await person.act('back')
      expect(person.view).toEqual(before)
    }
    await goAndComeBack()
    await person.act('resend')
    world.site.faults.next('signUp', { kind: 'reset-after' })
    await person.submit({ captcha: world.captcha() })
    expect(person.notices).toContain(en.activate.mailUnsure)
    await goAndComeBack()
  })

  it('notices on sending again that the account needs no activation any more', async () => {
    world.site.settings.activation = true
    const email = world.email()
    const person = await signedUp(email)
    world.site.setStatus(email, 'active')
    world.it.clock.advance(minute)
    await person.act('resend')
    expect(person.done).toMatchObject({ email, notice: { tone: 'good' } })
  })

  it('an account that waits already gets its mail again; the first password stays', async () => {
    world.site.settings.activation = true
    const email = world.email()
    world.site.addUser({ email, password: 'the first one', status: 'inactive' })
    const person = await signedUp(email)
    expect(person.failure).toBeUndefined()
    expect(person.step).toBe('activate')
    expect(person.notices).toContain('first stays')
    expect(world.it.mailbox.messages(email)).toHaveLength(1)
    await person.submit({ link: world.link(email) })
    expect(person.step).toBe('login')
    expect(person.fields).toEqual(['password'])
    expect(world.count('signIn')).toBe(0)
    await person.submit({ password: 'the first one' })
    expect(person.done?.email).toBe(email)
  })

  it('keeps an account whose mail could not be sent, and sends it when that works again', async () => {
    Object.assign(world.site.settings, { activation: true, mailFails: true })
    const email = world.email()
    const person = await signedUp(email)
    expect(person.failure?.code).toBe('mail-failed')
    expect(person.step).toBe('activate')
    expect(person.waiting).toContain(email)
    expect(person.firstActions).toEqual(['resend'])
    world.site.settings.mailFails = false
    await person.act('resend')
    expect(person.failure).toBeUndefined()
    await person.submit({ link: world.link(email) })
    expect(person.done?.email).toBe(email)
  })
})

describe('registering without an answer', () => {
  it('never repeats itself; logging in tells whether it went through', async () => {
    const email = world.email()
    world.site.faults.next('signUp', { kind: 'reset-after' })
    const person = await signedUp(email)
    expect(person.failure?.code).toBe('outcome-unknown')
    expect(person.step).toBe('sign-up-unsure')
    expect(person.waiting).toContain(email)
    expect(world.count('signUp')).toBe(1)
    await person.submit()
    expect(person.done?.email).toBe(email)
    expect(world.count('signUp')).toBe(1)
  })

  it('may have gone through with an answer that cannot be read too', async () => {
    const email = world.email()
    world.site.faults.next('signUp', { kind: 'wrong-type', field: 'code', value: 'zero' })
    const person = await signedUp(email)
    expect(person.failure?.code).toBe('unexpected-answer')
    expect(person.step).toBe('sign-up-unsure')
    expect(person.waiting).toContain(email)
    await person.submit()
    expect(person.done?.email).toBe(email)
    expect(world.count('signUp')).toBe(1)
  })

  it('leads from that login to the activation that the account waits for', async () => {
    world.site.settings.activation = true
    const email = world.email()
    world.site.faults.next('signUp', { kind: 'reset-after' })
    const person = await signedUp(email)
    await person.submit()
    expect(person.failure?.code).toBe('email-unconfirmed')
    expect(person.step).toBe('activate')
    await person.submit({ link: world.link(email) })
    expect(person.done?.email).toBe(email)
  })

  it('that never arrived can be sent again by the person', async () => {
    const email = world.email()
    world.site.faults.next('signUp', { kind: 'cut' })
    const person = await signedUp(email)
    await person.act('again')
    expect(person.step).toBe('sign-up')
    expect(person.fields).toEqual(['password', 'language'])
  })

  it('leaves the step to go on from in the book before the request leaves', async () => {
    const email = world.email()
    const person = await world.person().begin('register')
    const typed = { email, password, language: 'en-US' }
    const prepared = person.at.prepare(typed, world.surroundings())
    const unsure = prepared.ok ? prepared.value.unsure : undefined
    expect(unsure?.walk.kept).toEqual({ step: 'sign-up-unsure', email })
  })

  it('tells a new account whose first login failed from one that was not made', async () => {
    const email = world.email()
    world.site.faults.next('signIn', { kind: 'reset-before' })
    const person = await signedUp(email)
    expect(person.failure?.code).toBe('offline')
    expect(person.step).toBe('login')
    expect(person.fields).toEqual([])
    await person.submit()
    expect(person.done?.email).toBe(email)
    expect(world.count('signUp')).toBe(1)
  })
})
