import type { Person } from '../walks/person'

/** How many calls of windows the main process has answered so far. */
export async function answers({ app }: Person): Promise<number> {
  const sent = await app.seam('sentToWindows')
  return sent.filter((message) => message.startsWith('{"ok":')).length
}
