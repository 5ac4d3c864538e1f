/** Secrets searched everywhere, after everything: they are in the keychain and nowhere else. */
import type { Fault } from '../fault'
import { echoed } from '../leak/echo'
import { allFlows } from '../leak/flows'
import { services } from '../network/acts'

const fault = (name: string, run: Fault['run']): Fault => ({ fault: name, group: 'leak', run })

export const leakFaults: readonly Fault[] = [
  fault('leak-ipcola-flows', () => allFlows('ipcola')),
  fault('leak-ruuvi-flows', () => allFlows('ruuvi')),
  fault('leak-cloudreve-flows', () => allFlows('cloudreve')),
  ...services.map((service) => fault(`leak-${service.adapter}-echo`, () => echoed(service))),
]
