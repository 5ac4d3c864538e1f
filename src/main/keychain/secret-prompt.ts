/**
 * A prompt of the Secret Service: shown on demand, ended by the person, by giving up on it, or by the
 * end of whoever shows it. It has no time limit, because a person may take as long as they like.
 */
import { theBus, type BusSignal, type SessionBus } from '../session-bus/session-bus'

export const secretsName = 'org.freedesktop.secrets'
const promptInterface = 'org.freedesktop.Secret.Prompt'

/** `failed`: the service or the bus went away, so nothing is known of what the person wanted. */
export type PromptEnd = 'granted' | 'dismissed' | 'failed'

export class SecretPrompt {
  #settle: (end: PromptEnd) => void = () => undefined

  /** `limit`: milliseconds for the calls around the prompt, not for the prompt itself. */
  constructor(
    private readonly bus: SessionBus,
    private readonly path: string,
    private readonly limit: number,
  ) {}

  /** Shows the prompt and waits for its end. */
  async show(): Promise<PromptEnd> {
    await this.#matches('AddMatch')
    const stop: (() => void)[] = []
    const end = new Promise<PromptEnd>((resolve) => {
      this.#settle = resolve
      stop.push(
        this.bus.onSignal((signal) => this.#hear(signal)),
        this.bus.onClosed(() => resolve('failed')),
      )
    })
    const begun = await this.#call('Prompt', 's', [''])
    if (begun.kind !== 'reply') this.#settle('failed')
    const how = await end
    for (const each of stop) each()
    await this.#matches('RemoveMatch')
    return how
  }

  /**
   * Stops waiting. The prompt stays on the screen until the person closes it: gnome-keyring 42
   * crashes when a prompt is dismissed while it is shown (measured, each time), which would lock
   * every program out of its secrets.
   */
  leave(): void {
    this.#settle('dismissed')
  }

  #hear({ path, member, body }: BusSignal): void {
    if (member === 'NameOwnerChanged' && body[0] === secretsName) this.#settle('failed')
    if (member !== 'Completed' || path !== this.path) return
    this.#settle(body[0] === false ? 'granted' : 'dismissed')
  }

  #call(member: string, signature?: string, body?: readonly unknown[]) {
    const { path, bus, limit } = this
    const call = { destination: secretsName, path, interface: promptInterface, member }
    return bus.call(
      signature === undefined ? call : { ...call, signature, body: body ?? [] },
      limit,
    )
  }

  async #matches(member: 'AddMatch' | 'RemoveMatch'): Promise<void> {
    const rules = [
      `type='signal',interface='${promptInterface}',path='${this.path}'`,
      `type='signal',sender='${theBus.destination}',member='NameOwnerChanged',arg0='${secretsName}'`,
    ]
    const calls = rules.map((rule) => ({ ...theBus, member, signature: 's', body: [rule] }))
    await Promise.all(calls.map((call) => this.bus.call(call, this.limit)))
  }
}
