/**
 * Tokens for scripts. This folder holds the socket that commands come to (server.ts, at the place that
 * place.ts and folder.ts guard), how both sides know each other (proof.ts) and what they say (line.ts,
 * protocol.ts), whether a program may have what it asks for (permission.ts), which account it means
 * (choose.ts), and the answers (desk.ts). Nothing of Electron belongs here, and nothing of windows: a
 * question to the person is a value that is observed.
 */
import type { Result } from '../../shared/failure'
import type { ScriptQuestion } from '../../shared/scripts'
import type { DesktopView } from '../../shared/settings'
import type { Log } from '../log'
import type { Observed } from '../observed'
import type { SettingsStore } from '../settings/settings'
import { ScriptDesk, type DeskOptions } from './desk'
import { Permission } from './permission'
import { SocketServer } from './server'

export interface ScriptsOptions extends Omit<DeskOptions, 'permission'> {
  /** The folder of the book, by which a command finds the program. */
  readonly folder: string
  readonly settings: SettingsStore
  readonly questions: Observed<ScriptQuestion[]>
  readonly desktop: Observed<DesktopView>
  readonly show: () => void
  /** Whether Latchkey is locked, so that it gives out nothing. */
  readonly locked: () => boolean
  readonly now: () => number
  readonly log: Log
}

export class Scripts {
  readonly permission: Permission
  private readonly server: SocketServer

  constructor(private readonly options: ScriptsOptions) {
    const { folder, language, log } = options
    const words = () => language.text.scriptAnswers
    this.permission = new Permission(options)
    const desk = new ScriptDesk({ ...options, permission: this.permission })
    this.server = new SocketServer({
      profile: folder,
      words,
      serve: async (request, gone) => {
        try {
          return await desk.serve(request, gone)
        } catch (error) {
          log.bug('a command', error, 'scripts')
          return { answer: 'no', why: 'failed', message: words().internal }
        }
      },
    })
  }

  /**
   * Begins to answer commands. It listens whatever the settings say, so that a script can tell "switched
   * off" from "not running". Where it cannot, the settings say so; the program goes on without.
   */
  async listen(): Promise<Result<void>> {
    const { desktop, log } = this.options
    const listening = await this.server.listen()
    if (!listening.ok) {
      const scriptsProblem = listening.failure.detail ?? listening.failure.code
      log.info(`no commands for scripts: ${scriptsProblem}`)
      desktop.set({ ...desktop.value, scriptsProblem: scriptsProblem.slice(0, 1_000) })
    }
    return listening
  }

  /** Lets go of whoever waits, and leaves nothing that looks like a running program. */
  async close(): Promise<void> {
    this.permission.close()
    await this.server.close()
  }
}
