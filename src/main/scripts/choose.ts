/**
 * Which account a command means. It never guesses: what fits several is an error that lists them, so
 * that no script acts as the wrong one. Pure: the words of the person go in, an account comes out.
 */
import type { AccountView, ServerView, ServiceView } from '../../shared/account'
import { oneLine } from '../../shared/one-line'
import type { Text } from '../../shared/text'

export interface Known {
  readonly services: readonly ServiceView[]
  readonly servers: readonly ServerView[]
  readonly accounts: readonly AccountView[]
}

/** An account, or why none: a sentence and what there is to choose from. */
export type Choice =
  { readonly account: AccountView } | { readonly problem: string; readonly choices: string[] }

type Words = Text['scriptAnswers']

/** The account for `latchkey token SERVICE [--account ACCOUNT]`. */
export function chooseForToken(
  known: Known,
  service: string,
  account: string | undefined,
  words: Words,
): Choice {
  const servers = serversNamed(known, service)
  if (servers.length === 0) return noSuchService(known, service, words)
  const ids = new Set(servers.map((server) => server.id))
  const there = known.accounts.filter((one) => ids.has(one.server))
  if (account !== undefined) return chooseNamed(known, there, account, words)
  const active = there.filter((one) => one.active)
  const [only] = active
  if (only === undefined) {
    return there.length === 0
      ? { problem: words.noAccounts(service), choices: [] }
      : { problem: words.noneActive(service), choices: there.map((one) => nameOf(known, one)) }
  }
  if (active.length > 1) {
    const choices = active.map((one) => addressOf(known, one))
    return { problem: words.severalServers(service), choices }
  }
  return { account: only }
}

/** The account for `latchkey switch ACCOUNT [--service SERVICE]`. */
export function chooseForSwitch(
  known: Known,
  account: string,
  service: string | undefined,
  words: Words,
): Choice {
  if (service === undefined) return chooseNamed(known, known.accounts, account, words)
  const servers = serversNamed(known, service)
  if (servers.length === 0) return noSuchService(known, service, words)
  const ids = new Set(servers.map((server) => server.id))
  const there = known.accounts.filter((one) => ids.has(one.server))
  return chooseNamed(known, there, account, words)
}

function chooseNamed(
  known: Known,
  accounts: readonly AccountView[],
  name: string,
  words: Words,
): Choice {
  const wanted = name.toLowerCase()
  const named = ({ label, email }: AccountView): string[] => [label, email]
  const exact = accounts.filter((one) => named(one).includes(name))
  const alike = accounts.filter((one) =>
    // As it was typed, and as the list shows it.
    named(one).some((own) => [own, oneLine(own)].some((form) => form.toLowerCase() === wanted)),
  )
  const found = exact.length > 0 ? exact : alike
  const [only] = found
  if (only === undefined) return { problem: words.noSuchAccount(name), choices: [] }
  if (found.length === 1) return { account: only }
  return { problem: words.severalAccounts(name), choices: found.map((one) => nameOf(known, one)) }
}

/** The servers that a word means: a service's id or name, or a server's name, host or base URL. */
function serversNamed({ services, servers }: Known, word: string): readonly ServerView[] {
  const wanted = word.toLowerCase().replace(/\/+$/, '')
  const service = services.find(
    ({ adapter, name }) => adapter === wanted || name.toLowerCase() === wanted,
  )
  if (service) return servers.filter((server) => server.adapter === service.adapter)
  return servers.filter((server) => {
    const url = URL.canParse(server.baseUrl) ? new URL(server.baseUrl) : undefined
    const names = [server.name, server.baseUrl, server.id, url?.host, url?.hostname]
    return names.some((name) => name?.toLowerCase() === wanted)
  })
}

function noSuchService({ services }: Known, word: string, words: Words): Choice {
  return { problem: words.noSuchService(word), choices: services.map(({ adapter }) => adapter) }
}

/** An account so that it can be told from others: label, e-mail, server. */
export function nameOf(known: Known, account: AccountView): string {
  const { label, email } = account
  const who = label === email ? email : `${label} <${email}>`
  return oneLine(`${who} (${addressOf(known, account)})`)
}

export function addressOf({ servers }: Known, { server }: AccountView): string {
  return servers.find(({ id }) => id === server)?.baseUrl ?? server
}
