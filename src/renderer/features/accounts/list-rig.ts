/** A list of made-up accounts, for its tests. */
import { servers, services } from '../../gallery/sample-services'
import { account } from '../../gallery/samples'
import { ListShape } from './list-shape'

const [server] = servers
const [service] = services
if (!server || !service) throw new Error('The samples are too few.')
const samples = { server, service }

/** A list with a group for each number, which says how many rows the group has. */
export function shapeOf(...rows: number[]): ListShape {
  const groups = rows.map((count) => ({
    ...samples,
    accounts: Array.from({ length: count }, (_, row) => account(`account-${row}`, samples.server)),
  }))
  const count = rows.reduce((all, one) => all + one, 0)
  return new ListShape({ groups, count, hidden: [] }, false)
}
