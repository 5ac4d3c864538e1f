/**
 * IPCola's "get user info", answered after a pause, in a thread of its own: the measured program's
 * thread must not be what is late. Tells its port when it listens.
 *
 * The pause is what the row divides by, so it is kept to the hundredth of a millisecond: Node's timers
 * alone are up to a millisecond late, and answer together what was asked within one.
 */
import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

export interface SlowServiceData {
  readonly answerMs: number
}

const { answerMs } = workerData as SlowServiceData
const answer = JSON.stringify({ meta_status: 1, user: { id: 1 } })
/** The last of a pause is watched, turn by turn, and not slept through. */
const watchedMs = 3
const server = createServer((_request, response) => {
  const due = performance.now() + answerMs
  const answerWhenDue = (): void => {
    if (performance.now() < due) return void setImmediate(answerWhenDue)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer)
  }
  setTimeout(answerWhenDue, Math.max(0, answerMs - watchedMs))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') parentPort?.postMessage(address.port)
})
