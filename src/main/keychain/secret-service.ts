/**
 * What has to be known about the Secret Service before keytar may be believed: whether there is one,
 * whether it is locked, and whether it has an entry. keytar answers `null` for a locked entry as for
 * one that never was. Source: Secret Service API draft, freedesktop.org.
 */
import type { KeychainTrouble } from './keychain'
import type { Entry } from './protocol'
import { SecretPrompt, secretsName, type PromptEnd } from './secret-prompt'
import { watchSecrets } from './secret-watch'
import {
  readProperty,
  theBus,
  variantValue,
  type BusReply,
  type SessionBus,
} from '../session-bus/session-bus'

const secretsPath = '/org/freedesktop/secrets'
const serviceInterface = 'org.freedesktop.Secret.Service'
const collectionInterface = 'org.freedesktop.Secret.Collection'
/** Leads to the default collection, whichever it is (draft: Object paths). */
const aliasPath = '/org/freedesktop/secrets/aliases/default'
/**
 * keytar writes this with each entry and looks for no other. What is looked for here must be the same, for
 * beside a locked entry an open one that keytar does not find would have it prompt.
 */
const schema = ['xdg:schema', 'org.freedesktop.Secret.Generic']
/** The path that stands for "none". */
const nothing = '/'

/**
 * The keychain at one moment. `owner` is the daemon's own name on the bus: another one means another
 * daemon. `collection` is the default one, where new entries go; it is not asked about where an entry
 * was found, which may be in any.
 */
export interface Sighting {
  readonly kind: 'seen'
  readonly owner: string
  readonly collection: 'unlocked' | 'locked' | 'absent' | 'unasked'
  readonly entry: 'unlocked' | 'locked' | 'none'
  /** What would have to be unlocked to use the entry, or to add it. */
  readonly lockedPaths: readonly string[]
  /** Locked copies of the entry in other keyrings; only who wants nothing left needs them unlocked. */
  readonly lockedCopies: readonly string[]
}

export type Look = Sighting | { readonly kind: 'trouble'; readonly trouble: KeychainTrouble }

export interface SecretServiceOptions {
  /** A connected session bus, or nothing where there is none. */
  readonly connect: () => Promise<SessionBus | undefined>
  /** Milliseconds that the service may take for one answer, and to start. */
  readonly answerLimit: number
  readonly startLimit: number
  /** Called when the service comes, goes, or is locked or unlocked, once `look` has found a bus. */
  readonly onChanged: () => void
}

export class SecretService {
  #bus: SessionBus | undefined
  #prompt: SecretPrompt | undefined

  constructor(private readonly options: SecretServiceOptions) {}

  /**
   * Looks at the keychain, and for an entry if one is given. A service that can be started but does
   * not run is started, because keytar's own call would do the same; nothing prompts.
   */
  async look(entry?: Entry): Promise<Look> {
    const bus = await this.#connected()
    if (bus === undefined) return { kind: 'trouble', trouble: 'no-session-bus' }
    // Each answer on its way costs more than finding it out, so as little as possible is asked.
    const seen = await this.#see(bus, entry)
    if (seen !== undefined) return seen
    const trouble = await this.#start(bus)
    if (trouble !== undefined) return { kind: 'trouble', trouble }
    return (await this.#see(bus, entry)) ?? { kind: 'trouble', trouble: 'no-secret-service' }
  }

  /** Undefined where no service runs. */
  async #see(bus: SessionBus, entry: Entry | undefined): Promise<Look | undefined> {
    const found = entry === undefined ? noItems : await this.#search(bus, entry)
    const nowhere = found?.locked.length === 0 && found.unlocked.length === 0
    const collection = nowhere ? await this.#defaultCollection(bus) : unasked
    // Where nobody has answered, either nobody runs, or somebody who does not answer.
    const owner = found?.owner ?? collection?.owner ?? (await this.#ownerNow(bus))
    if (owner === undefined) return undefined
    const copies = found && (await this.#copies(bus, found))
    if (collection === undefined || found === undefined || copies === undefined) {
      return { kind: 'trouble', trouble: 'not-answering' }
    }
    const { needed, spare } = copies
    const lockedCollection = collection.state === 'locked' ? [collection.path] : []
    return {
      kind: 'seen',
      owner,
      collection: collection.state,
      entry: needed.length > 0 ? 'locked' : found.unlocked.length > 0 ? 'unlocked' : 'none',
      lockedPaths: needed.length > 0 ? needed : lockedCollection,
      lockedCopies: spare,
    }
  }

  /**
   * Asks the system to unlock, or without paths to make a default collection; `onPrompt` is called
   * if that takes a person. Without a program that can show a prompt, the service answers as for a
   * dismissed one.
   */
  async unlock(paths: readonly string[], onPrompt: () => void): Promise<PromptEnd> {
    const bus = await this.#connected()
    if (bus === undefined) return 'failed'
    const reply =
      paths.length > 0
        ? await this.#service(bus, 'Unlock', 'ao', [paths])
        : await this.#service(bus, 'CreateCollection', 'a{sv}s', [newCollection, 'default'])
    const prompt = reply.kind === 'reply' ? reply.body[1] : undefined
    if (typeof prompt !== 'string') return 'failed'
    if (prompt === nothing) return 'granted'
    this.#prompt = new SecretPrompt(bus, prompt, this.options.answerLimit)
    onPrompt()
    const end = await this.#prompt.show()
    this.#prompt = undefined
    return end
  }

  /** Stops waiting for the prompt that is shown, if one is; `unlock` then ends as dismissed. */
  leavePrompt(): void {
    this.#prompt?.leave()
  }

  async #connected(): Promise<SessionBus | undefined> {
    if (this.#bus?.closed === false) return this.#bus
    const { connect, answerLimit, onChanged } = this.options
    this.#bus = await connect()
    if (this.#bus !== undefined) watchSecrets(this.#bus, answerLimit, onChanged)
    return this.#bus
  }

  /** Starts the service where the system knows how to. Gives why it cannot be had. */
  async #start(bus: SessionBus): Promise<KeychainTrouble | undefined> {
    const { startLimit, answerLimit } = this.options
    const names = await bus.call({ ...theBus, member: 'ListActivatableNames' }, answerLimit)
    if (names.kind === 'closed') return 'no-session-bus'
    if (names.kind !== 'reply' || !strings(names.body[0]).includes(secretsName)) {
      return 'no-secret-service'
    }
    await bus.call(
      { ...theBus, member: 'StartServiceByName', signature: 'su', body: [secretsName, 0] },
      startLimit,
    )
    return undefined
  }

  async #ownerNow(bus: SessionBus): Promise<string | undefined> {
    const reply = await bus.call(
      { ...theBus, member: 'GetNameOwner', signature: 's', body: [secretsName] },
      this.options.answerLimit,
    )
    const name = reply.kind === 'reply' ? reply.body[0] : undefined
    return typeof name === 'string' ? name : undefined
  }

  /**
   * One message where it is open, under the path that leads to whichever it is; keytar writes there, too.
   * Which one it is has to be known only to unlock it, or where a service does not serve that path.
   */
  async #defaultCollection(bus: SessionBus): Promise<Collection | undefined> {
    const usual = await this.#lock(bus, aliasPath)
    if (usual.kind === 'closed' || usual.kind === 'silent') return undefined
    if (usual.kind === 'reply' && isLocked(usual) === false) {
      return { path: aliasPath, state: 'unlocked', owner: usual.sender }
    }
    const alias = await this.#defaultPath(bus)
    if (alias === undefined) return undefined
    const { path, owner } = alias
    if (path === nothing) return { path, state: 'absent', owner }
    const locked = isLocked(await this.#lock(bus, path))
    if (locked === undefined) return undefined
    return { path, state: locked ? 'locked' : 'unlocked', owner }
  }

  async #defaultPath(bus: SessionBus): Promise<Pick<Collection, 'path' | 'owner'> | undefined> {
    const alias = await this.#service(bus, 'ReadAlias', 's', ['default'])
    const path = alias.kind === 'reply' ? alias.body[0] : undefined
    return alias.kind === 'reply' && typeof path === 'string'
      ? { path, owner: alias.sender }
      : undefined
  }

  /**
   * Tells the locked items that are needed to use an entry from copies that can be spared: whoever makes
   * another collection the default one leaves a copy in the one before. keytar reads what is open without
   * a prompt, with gnome-keyring the newest (measured). But the last write went to the default collection,
   * so what lies locked there is needed. Which one it is is asked only where there are copies.
   */
  async #copies(bus: SessionBus, { unlocked, locked }: Items): Promise<Copies | undefined> {
    const areCopies = unlocked.length + locked.length > 1
    if (locked.length === 0 || !areCopies) return { needed: locked, spare: [] }
    const home = await this.#defaultPath(bus)
    if (home === undefined) return undefined
    const here = locked.filter((item) => item.startsWith(`${home.path}/`))
    const needed = here.length > 0 || unlocked.length > 0 ? here : locked
    return { needed, spare: locked.filter((item) => !needed.includes(item)) }
  }

  #lock(bus: SessionBus, path: string): Promise<BusReply> {
    const collection = { destination: secretsName, path, interface: collectionInterface }
    return bus.call(readProperty(collection, 'Locked'), this.options.answerLimit)
  }

  async #search(bus: SessionBus, entry: Entry): Promise<Items | undefined> {
    const attributes = [['service', entry.service], ['account', entry.name], schema]
    const reply = await this.#service(bus, 'SearchItems', 'a{ss}', [attributes])
    if (reply.kind !== 'reply') return undefined
    const [unlocked, locked] = reply.body
    return { unlocked: strings(unlocked), locked: strings(locked), owner: reply.sender }
  }

  #service(
    bus: SessionBus,
    member: string,
    signature: string,
    body: readonly unknown[],
  ): Promise<BusReply> {
    const target = { destination: secretsName, path: secretsPath, interface: serviceInterface }
    return bus.call({ ...target, member, signature, body }, this.options.answerLimit)
  }
}

/** `owner`: who has answered. */
interface Items {
  readonly unlocked: readonly string[]
  readonly locked: readonly string[]
  readonly owner: string | undefined
}

interface Copies {
  readonly needed: readonly string[]
  readonly spare: readonly string[]
}

interface Collection {
  readonly path: string
  readonly state: Sighting['collection']
  readonly owner: string | undefined
}

const unasked: Collection = { path: nothing, state: 'unasked', owner: undefined }

const noItems: Items = { unlocked: [], locked: [], owner: undefined }

/** Named as libsecret names it; the person sees this in the prompt that asks for a password for it. */
const newCollection = [[`${collectionInterface}.Label`, ['s', 'Default keyring']]]

/** Undefined where the reply does not say. */
function isLocked(reply: BusReply): boolean | undefined {
  const locked = reply.kind === 'reply' ? variantValue(reply.body[0]) : undefined
  return typeof locked === 'boolean' ? locked : undefined
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
