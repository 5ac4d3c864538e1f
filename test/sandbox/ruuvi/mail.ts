import { codeHtml } from '../mailbox/letter'
import type { MailboxStore } from '../mailbox/mailbox'
import type { RuuviSwitches } from './refusals'
import type { RuuviStore } from './store'

/** Issues a code and mails it with its link (form of the link: Ruuvi server source of 2022). Gives the code. */
export function sendCode(
  store: RuuviStore,
  mailbox: MailboxStore,
  email: string,
  { olderCodesSurvive, codeLength }: Pick<RuuviSwitches, 'olderCodesSurvive' | 'codeLength'>,
): string {
  const code = store.issueCode(email, !olderCodesSurvive, codeLength)
  const link = `https://station.ruuvi.com/verify?token=${code}`
  const lead = 'Sign in to Ruuvi with this code. It works once, for five minutes.'
  mailbox.send({
    service: 'ruuvi',
    to: email,
    subject: 'Your Ruuvi sign-in code',
    text: `${lead}\n\n${code}\n\n${link}\n`,
    html: codeHtml(lead, code, link),
    code,
    link,
  })
  return code
}
