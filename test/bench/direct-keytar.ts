/** keytar called directly, in a process of its own that does nothing else. */
import keytar from 'keytar'
import { timed } from './row'

export interface DirectRequest {
  readonly what: 'get' | 'set'
  readonly secret: string
}

const service = 'latchkey-bench-direct'
const account = 'bench'

process.on('message', ({ what, secret }: DirectRequest) => {
  const work =
    what === 'get'
      ? () => keytar.getPassword(service, account)
      : () => keytar.setPassword(service, account, secret)
  void timed(work).then((ms) => process.send?.(ms))
})
