/** The check of all accounts against a server whose answers take their time, over real HTTP. */
import { createServer, type Server } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { openCrowd, type Crowd } from '../../bench/program'

const answerMs = 50
const accounts = 100

let server: Server | undefined
let crowd: Crowd | undefined

afterEach(async () => {
  await crowd?.close()
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined))
})

/** Listens; gives the address and how many requests were under way at once, at most. */
async function slowService(): Promise<{ url: string; most: () => number; all: () => number }> {
  let inside = 0
  let most = 0
  let all = 0
  server = createServer((_request, response) => {
    all += 1
    inside += 1
    most = Math.max(most, inside)
    setTimeout(() => {
      inside -= 1
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ meta_status: 1, user: { id: 1 } }))
    }, answerMs)
  })
  const { port } = await new Promise<{ port: number }>((resolve) => {
    const one = server
    one?.listen(0, '127.0.0.1', () => {
      const address = one.address()
      if (typeof address === 'object' && address !== null) resolve(address)
    })
  })
  return { url: `http://127.0.0.1:${port}`, most: () => most, all: () => all }
}

it('keeps both places at the server busy until the last account, though the keychain is slow', async () => {
  const service = await slowService()
  crowd = await openCrowd(accounts, service.url)
  const { program, keychain } = crowd
  const get = keychain.get.bind(keychain)
  // Reads come one at a time and take as long as a real keychain's.
  let reading: Promise<unknown> = Promise.resolve()
  keychain.get = (ref) => {
    const read = reading.then(() => new Promise((done) => setTimeout(done, 5)))
    reading = read
    return read.then(() => get(ref))
  }
  let events = 0
  const ended = new Promise<number>((resolve) => {
    program.mirror.onChange(({ checkAll }) => {
      events += 1
      if (checkAll?.kind === 'ended') resolve(checkAll.found.ready ?? 0)
    })
  })
  const began = performance.now()
  await program.handlers['health.checkAll']({}, { windowId: 0, paste: () => undefined })
  expect(await ended).toBe(accounts)
  const took = performance.now() - began
  expect(service.all()).toBe(accounts)
  expect(service.most()).toBe(2)
  // The bench holds it to 1.1 of the ideal; here other work may run beside it.
  const ideal = (accounts / 2) * answerMs
  expect(took / ideal).toBeLessThan(1.6)
  // About ten rows of accounts and ten of progress each second, and not two for each account.
  expect(events).toBeLessThan((took / 1_000) * 25)
})
