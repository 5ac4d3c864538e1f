import { codeHtml } from '../mailbox/letter'
import type { MailboxStore } from '../mailbox/mailbox'
import type { IpcolaStore } from './store'

/** Issues a vcode and mails it. Gives the vcode. */
export function sendVcode(store: IpcolaStore, mailbox: MailboxStore, email: string): string {
  const code = store.issueVcode(email)
  const lead = 'Your IPCola verification code:'
  mailbox.send({
    service: 'ipcola',
    to: email,
    subject: 'IPCola verification code',
    text: `${lead}\n\n${code}\n`,
    html: codeHtml(lead, code),
    code,
  })
  return code
}
