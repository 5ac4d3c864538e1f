/** Every flow of a service through the window, with success, and nothing found anywhere afterwards. */
import type { ServiceName } from '../../sandbox/kit/names'
import { walks } from '../../walks'
import type { Outcome } from '../fault'
import { searchedAfter } from './deed'

export function allFlows(service: ServiceName): Promise<Outcome> {
  const chosen = walks.filter(({ id }) => id.startsWith(`${service}-`))
  return searchedAfter(chosen, 'ways through the window')
}
