/**
 * Answers what commands ask. Every refusal is a sentence for whoever reads the script's output, and a
 * reason in the terms of the command's exit codes.
 */
import { hasUsableToken, isSealed } from '../../shared/account-need'
import type { AccountId, AccountView } from '../../shared/account'
import type { Failure, FailureCode } from '../../shared/failure'
import type { ScriptQuestion } from '../../shared/scripts'
import type { Text } from '../../shared/text'
import { authorization } from '../accounts/curl-line'
import type { QuickLogin } from '../accounts/quick-login'
import type { Sessions } from '../accounts/sessions'
import type { Views } from '../accounts/views'
import type { Keychain } from '../keychain/keychain'
import type { Language } from '../language'
import {
  addressOf,
  chooseForSwitch,
  chooseForToken,
  nameOf,
  type Choice,
  type Known,
} from './choose'
import type { Permission, Verdict } from './permission'
import type { ListedAccount, Refusal, ScriptAnswer, ScriptRequest } from './protocol'

export interface DeskOptions {
  readonly views: Views
  readonly sessions: Pick<Sessions, 'token'>
  readonly quickLogin: Pick<QuickLogin, 'activate'>
  readonly keychain: Pick<Keychain, 'state'>
  readonly permission: Permission
  readonly language: Language
  /** Whether Latchkey itself is locked, so that it gives out nothing. */
  readonly locked: () => boolean
  /** The program was started once more, with these words. */
  readonly startedAgain: (words: readonly string[]) => void
}

/** The service does not take the token any more, nor what it would be renewed with. */
const rejected: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'token-rejected',
  'wrong-credentials',
])

type Asked<A extends ScriptRequest['ask']> = Extract<ScriptRequest, { ask: A }>

export class ScriptDesk {
  constructor(private readonly options: DeskOptions) {}

  /** Answers a request; work for it ends when `gone` is aborted. */
  serve(request: ScriptRequest, gone: AbortSignal): Promise<ScriptAnswer> {
    // Whoever may speak here may start the program as well, and gets no more by it than a window.
    if (request.ask === 'start') return Promise.resolve(this.start(request))
    const words = this.text.scriptAnswers
    if (this.options.permission.off) return Promise.resolve(no('refused', words.off))
    if (this.options.locked()) return Promise.resolve(no('refused', words.latchkeyLocked))
    switch (request.ask) {
      case 'token':
        return this.token(request, gone)
      case 'accounts':
        // The list holds no secret: whoever runs as this user can read it on the disk, too.
        return Promise.resolve(this.list())
      case 'switch':
        return this.activate(request, gone)
    }
  }

  private async token(request: Asked<'token'>, gone: AbortSignal): Promise<ScriptAnswer> {
    const words = this.text.scriptAnswers
    const known = this.known()
    const choice = chooseForToken(known, request.service, request.account, words)
    if (!('account' in choice)) return unclear(choice)
    const { account } = choice
    const name = nameOf(known, account)
    // Before the person is asked: nobody allows what cannot be given.
    const shut = this.keychainShut()
    if (shut) return shut
    if (!hasUsableToken(account)) {
      const why = isSealed(account) ? 'secret-sealed' : account.state
      return no('login-required', words.loginRequired(name, why))
    }
    const refused = await this.permit(request, account.id, gone)
    if (refused) return refused
    // Nobody sits at a script: a keychain that was locked meanwhile says so, and asks for nothing.
    const token = await this.options.sessions.token(account.id, { signal: gone, unattended: true })
    if (!token.ok) return this.noToken(token.failure, name)
    if (this.options.permission.off) return no('refused', words.off)
    // The answer may have been on its way when Latchkey was locked.
    if (this.options.locked()) return no('refused', words.latchkeyLocked)
    // A service could else write to the person's terminal, or a second header into their request.
    if (!authorization(token.value).ok) return no('failed', words.unsafe(name))
    const end = this.options.views.account(account.id)?.tokenExpiresAt
    return {
      answer: 'token',
      token: token.value,
      account: account.email,
      service: account.adapter,
      server: addressOf(known, account),
      expiresAt: end === undefined ? null : new Date(end).toISOString(),
    }
  }

  private async activate(request: Asked<'switch'>, gone: AbortSignal): Promise<ScriptAnswer> {
    const words = this.text.scriptAnswers
    const known = this.known()
    const choice = chooseForSwitch(known, request.account, request.service, words)
    if (!('account' in choice)) return unclear(choice)
    const { account } = choice
    const refused = await this.permit(request, account.id, gone)
    if (refused) return refused
    const switched = await this.options.quickLogin.activate(account.id)
    if (!switched.ok) {
      return switched.failure.code === 'not-found'
        ? no('usage', words.noSuchAccount(request.account))
        : no('failed', words.notSaved)
    }
    return { answer: 'switched', account: account.email, server: addressOf(known, account) }
  }

  private start({ words }: Asked<'start'>): ScriptAnswer {
    this.options.startedAgain(words)
    return { answer: 'started' }
  }

  private list(): ScriptAnswer {
    const known = this.known()
    return { answer: 'accounts', accounts: known.accounts.map((one) => listed(known, one)) }
  }

  /** Why not, if the person or the settings do not allow it. */
  private async permit(
    { program, ask }: Asked<'token' | 'switch'>,
    account: AccountId,
    gone: AbortSignal,
  ): Promise<ScriptAnswer | undefined> {
    const about: Pick<ScriptQuestion, 'program' | 'account' | 'wants'> = {
      program,
      account,
      wants: ask,
    }
    return this.unless(await this.options.permission.ask(about, gone))
  }

  private unless(verdict: Verdict): ScriptAnswer | undefined {
    const words = this.text.scriptAnswers
    // Locking ends the questions that wait.
    if (this.options.locked()) return no('refused', words.latchkeyLocked)
    switch (verdict) {
      case 'yes':
        return undefined
      case 'off':
        return no('refused', words.off)
      case 'refused':
        return no('refused', words.refused)
      case 'unanswered':
        return no('refused', words.unanswered)
      case 'too-many':
        return no('refused', words.tooMany)
      case 'left':
        return no('failed', words.left)
    }
  }

  private noToken(failure: Failure, name: string): ScriptAnswer {
    const words = this.text.scriptAnswers
    const { code } = failure
    if (rejected.has(code)) return no('login-required', words.rejected(name))
    if (code === 'secret-missing' || code === 'secret-sealed') {
      return no('login-required', words.loginRequired(name, code))
    }
    if (code === 'email-unconfirmed') {
      return no('login-required', words.loginRequired(name, 'needs-verification'))
    }
    if (code === 'latchkey-locked') return no('refused', words.latchkeyLocked)
    if (code === 'keychain-locked') return no('refused', words.locked)
    if (code.startsWith('keychain-')) return no('refused', words.keychain)
    if (code === 'not-found') return no('usage', words.noSuchAccount(name))
    if (code === 'cancelled') return no('failed', words.left)
    // Everything else is about a token that should have been renewed and was not.
    return no('failed', words.failed(name, this.text.failures[code].title))
  }

  private get text(): Text {
    return this.options.language.text
  }

  /** Why not, if the keychain is known to give nothing; it is not asked. */
  private keychainShut(): ScriptAnswer | undefined {
    const words = this.text.scriptAnswers
    const { kind } = this.options.keychain.state
    if (kind === 'locked') return no('refused', words.locked)
    return kind === 'denied' ? no('refused', words.keychain) : undefined
  }

  private known(): Known {
    const { views } = this.options
    return { services: views.services(), servers: views.servers(), accounts: views.accounts() }
  }
}

function listed(known: Known, account: AccountView): ListedAccount {
  const { label, email, adapter, state, active, hidden } = account
  return {
    label,
    email,
    service: adapter,
    server: addressOf(known, account),
    state,
    active,
    hidden,
  }
}

function unclear({ problem, choices }: Exclude<Choice, { account: AccountView }>): ScriptAnswer {
  const shown = choices.slice(0, choicesShown)
  const more = choices.length > shown.length ? ['…'] : []
  return no('usage', [problem, ...[...shown, ...more].map((one) => `  ${one}`)].join('\n'))
}

/** More than a screen of choices is no help. */
const choicesShown = 20

function no(why: Refusal, message: string): ScriptAnswer {
  return { answer: 'no', why, message }
}
