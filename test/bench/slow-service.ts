/**
 * IPCola's "get user info", answered after a pause, in a thread of its own: the measured program's
 * thread must not be what is late. Tells its port when it listens.
 */
import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

export interface SlowServiceData {
  readonly answerMs: number
}

const { answerMs } = workerData as SlowServiceData
const answer = JSON.stringify({ meta_status: 1, user: { id: 1 } })
const server = createServer((_request, response) => {
  setTimeout(() => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer)
  }, answerMs)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') parentPort?.postMessage(address.port)
})
