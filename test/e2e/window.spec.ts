/** What a window does for its page, and what a call, a link and a copied secret are held to. */
import { addRuuvi } from '../walks/accounts'
import { expect, test } from './fixtures'

test('calls, links, a copied secret and a page that crashes', async ({ computer, person }) => {
  test.slow()
  await test.step('a call with a wrong input or an unknown name is refused by name', async () => {
    const answers = await person.page.evaluate(async () => {
      const bridge = Reflect.get(globalThis, 'latchkey') as {
        call(name: string, input: unknown): Promise<unknown>
      }
      return Promise.all([
        bridge.call('accounts.describe', { account: 'x', label: 'y' }),
        bridge.call('__proto__', {}),
      ])
    })
    expect(answers).toEqual([
      { ok: false, failure: { code: 'invalid-input', field: 'account' } },
      { ok: false, failure: { code: 'unsupported', detail: 'call' } },
    ])
  })

  await test.step('links lead only to where the services live', async () => {
    await person.begin('IPCola', 'Register')
    await person.fill('E-mail', 'reader@ipcola.example')
    await person.press('Continue')
    await person.press('Open IPCola’s site')
    await expect
      .poll(() => person.app.seam('openedLinks'))
      .toEqual([`${computer.sandbox.urls.mailbox}/`])
  })

  await test.step('a copied token bears the mark that clipboard managers heed', async () => {
    const { desktop } = person.app
    // What lies on a real clipboard in which form is the system’s to tell.
    if (desktop === undefined) return
    const email = 'copied@ruuvi.example'
    const token = await addRuuvi(person, email)
    await person.openAccount(email)
    await person.page.getByRole('main').getByRole('button', { name: 'Copy token' }).click()
    const forms = async () => (await desktop.clipboardRead()).forms
    await expect.poll(forms).toEqual({ 'text/plain': token, ...marks[process.platform] })
  })

  await test.step('a page whose process ends comes back, goes on, and is told of in the log', async () => {
    const session = await person.page.context().newCDPSession(person.page)
    const crashed = person.page.waitForEvent('crash')
    session.send('Page.crash').catch(() => {
      // The answer would come from the process that has just gone.
    })
    await crashed
    const page = await person.app.reopened()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.poll(() => computer.files()).toContain('info a page is gone (crashed, ')
  })
})

/** The same marks as the program's own list, written down once more. */
const marks: Readonly<Partial<Record<NodeJS.Platform, Readonly<Record<string, string>>>>> = {
  linux: { 'electron application/osclipboard;format="x-kde-passwordManagerHint"': 'secret' },
  darwin: { 'electron application/osclipboard;format="org.nspasteboard.ConcealedType"': '1' },
  win32: {
    'electron application/osclipboard;format="ExcludeClipboardContentFromMonitorProcessing"': '1',
    'electron application/osclipboard;format="CanIncludeInClipboardHistory"': '\0\0\0\0',
    'electron application/osclipboard;format="CanUploadToCloudClipboard"': '\0\0\0\0',
  },
}
