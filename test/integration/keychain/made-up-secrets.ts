/**
 * A Secret Service of another make than gnome-keyring, as far as a look goes: one collection, which is
 * the default one, and no entries.
 */
import { startBusProgram } from '../session-bus/bus-program'
import { secretsName } from '../../../src/main/keychain/secret-prompt'

const servicePath = '/org/freedesktop/secrets'
const collectionName = 'org.freedesktop.Secret.Collection'
export const onlyCollection = `${servicePath}/collection/only`
const aliasPath = `${servicePath}/aliases/default`

export interface MadeUpSecrets {
  /** What it was asked so far, in order: the method, or the property, and of which object. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** Takes the service's name on the bus at `address`. `aliases`: serves the path of the default alias. */
export async function startMadeUpSecrets(
  address: string,
  { locked, aliases }: { readonly locked: boolean; readonly aliases: boolean },
): Promise<MadeUpSecrets> {
  const { client, callBus, close } = await startBusProgram(address)
  const asked: string[] = []
  client.connection.on('message', ({ path, member, body = [] }) => {
    if (path?.startsWith(servicePath)) asked.push(`${String(member)} ${body.join(' ')} of ${path}`)
  })
  const description = { methods: {}, signals: {}, properties: { Locked: 'b' } }
  for (const path of aliases ? [onlyCollection, aliasPath] : [onlyCollection]) {
    client.exportInterface({ Locked: locked }, path, { name: collectionName, ...description })
  }
  client.exportInterface({ ReadAlias: () => onlyCollection }, servicePath, {
    name: 'org.freedesktop.Secret.Service',
    methods: { ReadAlias: ['s', 'o'] },
    signals: {},
    properties: {},
  })
  await callBus('RequestName', 'su', [secretsName, 0])
  return { asked, close }
}
