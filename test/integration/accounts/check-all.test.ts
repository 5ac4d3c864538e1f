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

/**
 * Listens; answers one request after the other, each only once `isReady` says so of how many have been asked.
 * Gives the address and how many requests were under way at once, at most.
 */
async function slowService(
  isReady: (asked: number) => Promise<void>,
): Promise<{ url: string; most: () => number; all: () => number }> {
  let inside = 0
  let most = 0
  let all = 0
  server = createServer((_request, response) => {
    all += 1
    inside += 1
    most = Math.max(most, inside)
    const pause = new Promise((done) => setTimeout(done, answerMs))
    void Promise.all([pause, isReady(all)]).then(() => {
      inside -= 1
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ meta_status: 1, user: { id: 1 } }))
    })
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

/** A keychain whose reads come one at a time; tells when so many have been answered. */
function slowReads(keychain: Crowd['keychain']) {
  const get = keychain.get.bind(keychain)
  const waiting: { count: number; done: () => void }[] = []
  let read = 0
  let reading: Promise<unknown> = Promise.resolve()
  keychain.get = (ref) => {
    const pause = reading.then(() => new Promise((done) => setTimeout(done, 5)))
    reading = pause
    return pause.then(() => {
      read += 1
      for (const one of waiting) if (one.count <= read) one.done()
      return get(ref)
    })
  }
  return (count: number) =>
    new Promise<void>((done) => {
      if (count <= read) done()
      else waiting.push({ count, done })
    })
}

it('keeps both places at the server busy until the last account, though the keychain is slow', async () => {
  let haveBeenRead: (count: number) => Promise<void> = () => Promise.resolve()
  // While two are asked about, the tokens of the next two have to come: else neither is ever answered.
  const service = await slowService((asked) => haveBeenRead(Math.min(accounts, asked + 2)))
  crowd = await openCrowd(accounts, service.url)
  const { program, keychain } = crowd
  haveBeenRead = slowReads(keychain)
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
  // About ten rows of accounts and ten of progress each second, and not two for each account.
  expect(events).toBeLessThan((took / 1_000) * 25)
})
