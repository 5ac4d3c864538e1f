import type { Server } from 'node:http'

/** Listens on 127.0.0.1 only and gives the origin. Rejects when the port is taken. */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('No TCP address')
      resolve(`http://127.0.0.1:${address.port}`)
    })
  })
}

/** Stops at once: connections that wait for an answer are cut. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
