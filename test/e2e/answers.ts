import type { Person } from '../walks/person'

/** Asks for something that is not there, which is answered after whatever the page asked for before. */
const lastCall = `latchkey.call('accounts.details', {
  account: '00000000-0000-4000-8000-000000000000',
})`
const toLastCall = '{"ok":false,"failure":{"code":"not-found"}}'

/** How many calls of windows the main process has answered, those that this page has just made among them. */
export async function answers({ app, page }: Person): Promise<number> {
  await page.evaluate(lastCall)
  const sent = await app.seam('sentToWindows')
  return sent.filter((message) => message.startsWith('{"ok":') && message !== toLastCall).length
}
