/**
 * What an account is found by, as one lowercased text. Lists, palette and quick login search in it, so
 * that they find the same; it is made once for each account, not with each key stroke.
 */
import type { AccountView, ServerView, ServiceView } from '../../shared/account'
import { wholeAccount } from './covered'

interface Known {
  readonly server: ServerView
  readonly service: ServiceView
  readonly text: string
}

/** An account that has changed is a new object, so what is known of the old one goes with it. */
const known = new WeakMap<AccountView, Known>()

/** Lowercased and without accents, so that “cafe” finds “Café”. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  // Most text needs nothing more, and ten thousand accounts are folded in one go.
  return /^[\0-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * The folded text of an account: label, e-mail, tags, server and service, one to a line. It begins with
 * the label.
 */
export function accountText(
  account: AccountView,
  server: ServerView,
  service: ServiceView,
): string {
  const found = known.get(account)
  if (found?.server === server && found.service === service) return found.text
  // Whoever hides addresses still finds by them.
  const { label, email, tags } = wholeAccount(account)
  const parts = [label, email, ...tags]
  const text = foldText([...parts, server.name, server.baseUrl, service.name].join('\n'))
  known.set(account, { server, service, text })
  return text
}

/** The words of a query, folded as the text is. */
export function queryWords(query: string): string[] {
  return foldText(query).split(/\s+/).filter(Boolean)
}

/** Whether every word is somewhere in a folded text; no words are in every text. */
export function hasEveryWord(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}
