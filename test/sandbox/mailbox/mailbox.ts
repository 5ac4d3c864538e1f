import type { Clock } from '../kit/clock'
import type { ServiceName } from '../kit/names'
import { Waiting } from '../kit/waiting'

/** An e-mail that a service sent. Never leaves the process. */
export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly service: ServiceName
  readonly text: string
  readonly html: string
  /** The one-time code in the mail, if it has one. */
  readonly code?: string
  /** The link in the mail, if it has one. */
  readonly link?: string
  /** Milliseconds since the epoch, by the sandbox's clock. */
  readonly sentAt: number
}

export interface Mailbox {
  /** Mails in the order in which they were sent; `to` is compared without regard to case. */
  messages(to?: string): readonly Mail[]
  latest(to: string): Mail | undefined
  /** Resolves with the newest mail there that matches, else with the first one to come. */
  waitFor(to: string, matches?: (mail: Mail) => boolean): Promise<Mail>
  clear(): void
}

export type Letter = Omit<Mail, 'id' | 'sentAt'>

export class MailboxStore implements Mailbox {
  private mails: Mail[] = []
  private sent = 0
  private readonly waiting = new Waiting<Mail>()

  constructor(private readonly clock: Clock) {}

  messages(to?: string): readonly Mail[] {
    return this.mails.filter((mail) => to === undefined || isFor(mail, to))
  }

  latest(to: string): Mail | undefined {
    return this.messages(to).at(-1)
  }

  async waitFor(to: string, matches: (mail: Mail) => boolean = () => true): Promise<Mail> {
    return (
      this.messages(to).findLast(matches) ??
      (await this.waiting.next((mail) => isFor(mail, to) && matches(mail)))
    )
  }

  clear(): void {
    this.mails = []
  }

  send(letter: Letter): Mail {
    this.sent += 1
    const mail = { ...letter, id: String(this.sent), sentAt: this.clock.now() }
    this.mails.push(mail)
    this.waiting.report(mail)
    return mail
  }
}

function isFor(mail: Mail, to: string): boolean {
  return mail.to.toLowerCase() === to.toLowerCase()
}
