/**
 * The sandbox: IPCola, Ruuvi Cloud and a Cloudreve site on loopback over real HTTP, and the mailbox that
 * their mails arrive in. README.md says how true it is. What belongs to one service is in its folder,
 * what they share in kit/; nothing here may know an adapter of the program.
 */
import type { CloudreveControls } from './cloudreve/controls'
import { createCloudreve } from './cloudreve/server'
import type { IpcolaControls } from './ipcola/controls'
import { createIpcola } from './ipcola/server'
import type { Captchas } from './kit/captcha'
import type { Clock } from './kit/clock'
import { createClock } from './kit/clock'
import type { HandOut } from './kit/handed-out'
import { serve } from './kit/http-service'
import type { ServiceName } from './kit/names'
import type { RequestLog } from './kit/request-log'
import { RequestLogBook } from './kit/request-log'
import type { Mailbox } from './mailbox/mailbox'
import { MailboxStore } from './mailbox/mailbox'
import { serveMailbox } from './mailbox/server'
import type { RuuviControls } from './ruuvi/controls'
import { createRuuvi } from './ruuvi/server'

export type SandboxPart = ServiceName | 'mailbox'

export interface Sandbox {
  /** Origins without trailing slash, all on 127.0.0.1. */
  readonly urls: Readonly<Record<SandboxPart, string>>
  readonly ipcola: IpcolaControls
  readonly ruuvi: RuuviControls
  readonly cloudreve: CloudreveControls
  readonly mailbox: Mailbox
  readonly clock: Clock
  /** Every request that a service received. */
  readonly requests: RequestLog
  /** What a person would read in the captchas' pictures. */
  readonly captchas: Captchas
  /** Stops all servers at once; connections that wait for an answer are cut. */
  close(): Promise<void>
}

export interface SandboxOptions {
  /** Fixed ports; a free one is taken for each that is absent. */
  readonly ports?: Partial<Readonly<Record<SandboxPart, number>>>
  /** The time to live by; the computer's, where absent. */
  readonly clock?: Clock
  /** Hears of every token, code, sign and captcha answer that a service hands out. */
  readonly handsOut?: HandOut
}

/** Starts the sandbox. Rejects, with nothing left running, when a port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { ports = {}, clock = createClock(), handsOut } = options
  const requests = new RequestLogBook()
  const mailbox = new MailboxStore(clock)
  const ipcola = createIpcola(clock, mailbox, handsOut)
  const ruuvi = createRuuvi(clock, mailbox, handsOut)
  let cloudreveUrl = ''
  const cloudreve = createCloudreve(clock, mailbox, () => cloudreveUrl, handsOut)

  const running: { readonly url: string; close(): Promise<void> }[] = []
  const close = async () => {
    await Promise.all(running.map((server) => server.close()))
  }
  async function started(server: Promise<{ readonly url: string; close(): Promise<void> }>) {
    const up = await server
    running.push(up)
    return up.url
  }
  try {
    const urls = {
      ipcola: await started(serve(ipcola.definition, requests, clock, ports.ipcola)),
      ruuvi: await started(serve(ruuvi.definition, requests, clock, ports.ruuvi)),
      cloudreve: await started(serve(cloudreve.definition, requests, clock, ports.cloudreve)),
      mailbox: await started(
        serveMailbox(
          { mailbox, ipcola: ipcola.controls, cloudreve: cloudreve.controls },
          ports.mailbox,
        ),
      ),
    }
    cloudreveUrl = urls.cloudreve
    const desks = { ipcola: ipcola.captchas, cloudreve: cloudreve.captchas }
    return {
      ...{ urls, mailbox, clock, requests, close },
      ...{ ipcola: ipcola.controls, ruuvi: ruuvi.controls, cloudreve: cloudreve.controls },
      captchas: {
        answer: (service, id) => desks[service].answer(id),
        latest: (service) => desks[service].latest(),
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
