/** One good input per call, which the attacks start from. The compiler demands one for every call. */
import { adapterId, type AccountId, type ServerId } from '../../../src/shared/account'
import type { CallInput, CallName } from '../../../src/shared/contract'
import type { AttemptId } from '../../../src/shared/flow'
import { scriptQuestionId } from '../../../src/shared/scripts'

/** What there is to name in the program that is attacked. */
export interface Names {
  readonly account: AccountId
  readonly attempt: AttemptId
  readonly server: ServerId
}

export type Samples = { readonly [N in CallName]: CallInput<N> }

export function samplesFor({ account, attempt, server }: Names): Samples {
  return {
    'state.snapshot': {},
    'flow.begin': { flow: 'login', server, account },
    'flow.resume': { account },
    'flow.submit': { attempt, step: 'email', values: { email: 'person@mail.example' } },
    'flow.act': { attempt, action: 'resend' },
    'flow.stop': { attempt },
    'flow.leave': { attempt },
    'accounts.activate': { account },
    'accounts.quickLogin': { account },
    'accounts.check': { account },
    'accounts.refresh': { account },
    'accounts.details': { account },
    'accounts.describe': { account, label: 'Home', colour: 'red', tags: ['work'] },
    'accounts.hide': { account, hidden: true },
    'accounts.move': { account, before: null },
    'accounts.copyToken': { account, form: 'token' },
    'accounts.forgetPassword': { account },
    'accounts.sessions': { account },
    'accounts.endSession': { account, session: '1' },
    'accounts.logOut': { account },
    'removal.begin': { account },
    'removal.undo': { account },
    'removal.extend': {},
    'removal.finish': { account, evenIfStillLoggedIn: true },
    'removal.putAway': { account },
    'health.checkAll': {},
    'health.cancel': {},
    'settings.change': { notifications: false, whenClosed: 'quit' },
    'scripts.answer': { question: scriptQuestionId.parse('question-1'), answer: 'no' },
    'scripts.removeProgram': { program: 'deploy.sh' },
    'servers.add': { adapter: adapterId.parse('made-up'), address: 'https://site.example' },
    'servers.look': { adapter: adapterId.parse('made-up'), address: 'https://site.example' },
    'servers.trust': { server, trust: { kind: 'plain-http' } },
    'servers.distrust': { server },
    'servers.remove': { server },
    'servers.configure': { server, values: { path: '/send' } },
    'lock.turnOn': { passphrase: 'a passphrase of mine' },
    'lock.turnOff': { passphrase: 'a passphrase of mine' },
    'lock.goOn': {},
    'lock.stop': {},
    'lock.change': { passphrase: 'a passphrase of mine', next: 'another passphrase' },
    'lock.lock': {},
    'lock.unlock': { passphrase: 'a passphrase of mine' },
    'backup.export': { contents: 'tokens', passphrase: 'a passphrase of mine' },
    'backup.goOn': {},
    'backup.endExport': {},
    'backup.show': {},
    'backup.choose': {},
    'backup.open': { passphrase: 'a passphrase of mine' },
    'backup.preview': {},
    'backup.import': { items: [0, 1] },
    'backup.endImport': {},
    'keychain.retry': {},
    'keychain.stopAsking': {},
    'keychain.useMemory': {},
    'window.open': { window: 'main', place: { kind: 'account', account } },
    'window.close': {},
    'window.hold': { held: true },
    'window.paste': {},
    'updates.check': {},
    'window.copySecret': { secret: 'a secret' },
    'diagnostics.read': {},
    'diagnostics.copy': { id: 'text-1' },
    'diagnostics.showLog': {},
    'window.openSite': { what: 'attempt', attempt },
  }
}
