/** Secrets searched everywhere, after everything: they are in the keychain and nowhere else. */
import type { Fault } from '../fault'
import { echoed } from '../leak/echo'
import { copiesAndScripts } from '../leak/copies'
import { crashes } from '../leak/crashes'
import { searchedAfter } from '../leak/deed'
import { allFlows } from '../leak/flows'
import { refusedKeychain } from '../leak/keychain'
import { typedAndLeft } from '../leak/typed'
import { wrongInputs } from '../leak/wrong'
import { services } from '../network/acts'

const fault = (name: string, run: Fault['run']): Fault => ({ fault: name, group: 'leak', run })

export const leakFaults: readonly Fault[] = [
  fault('leak-ipcola-flows', () => allFlows('ipcola')),
  fault('leak-ruuvi-flows', () => allFlows('ruuvi')),
  fault('leak-cloudreve-flows', () => allFlows('cloudreve')),
  fault('leak-wrong-inputs', () => searchedAfter(wrongInputs, 'wrong inputs')),
  fault('leak-typed-and-left', typedAndLeft),
  fault('leak-keychain-refused', refusedKeychain),
  fault('leak-crashes', crashes),
  fault('leak-copies-and-scripts', copiesAndScripts),
  ...services.map((service) => fault(`leak-${service.adapter}-echo`, () => echoed(service))),
]
