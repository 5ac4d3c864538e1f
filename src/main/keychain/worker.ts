/**
 * Carries out one operation on the system's keychain. On Linux it looks before and after keytar's
 * call, so that a locked keychain is never mistaken for an empty one and nobody is prompted who did
 * not ask; macOS and Windows tell the difference themselves.
 */
import { unreachable } from '../../shared/failure'
import { explainKeytarError } from './keytar-errors'
import type { Answer, Entry, Operation } from './protocol'
import type { SecretService, Sighting } from './secret-service'

/** The part of keytar that is used. `findCredentials` crashes the process on a locked keyring. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

export interface WorkerOptions {
  /** Loads keytar; rejects where its native part cannot be loaded. */
  readonly loadKeytar: () => Promise<Keytar>
  /** Linux only. */
  readonly secretService: Pick<SecretService, 'look' | 'unlock' | 'leavePrompt'> | undefined
}

/** What keytar does; the others are done with a look. */
type EntryOperation = Exclude<Operation, { op: 'look' | 'prepare-delete' }>
type GuardedService = Pick<SecretService, 'look' | 'unlock'>

export class KeychainWorker {
  /** The daemon that keytar has spoken to; it cannot change to another one. */
  #owner: string | undefined

  constructor(private readonly options: WorkerOptions) {}

  /** Calls `onAsking` when the system may be showing a prompt. Errors of keytar become answers. */
  async perform(operation: Operation, onAsking: () => void): Promise<Answer> {
    const { secretService } = this.options
    if (secretService === undefined) {
      if (!isForKeytar(operation)) return { kind: 'done' }
      const answer = await this.#touch(operation)
      return answer.kind === 'missing' ? nothingThere(operation) : answer
    }
    return this.#performGuarded(operation, secretService, onAsking)
  }

  /** Gives up on the prompt that the operation under way has raised. */
  leavePrompt(): void {
    this.options.secretService?.leavePrompt()
  }

  async #performGuarded(
    operation: Operation,
    service: GuardedService,
    onAsking: () => void,
  ): Promise<Answer> {
    const entry = entryOf(operation)
    const seen = await service.look(entry)
    if (seen.kind === 'trouble') return { kind: 'unavailable', trouble: seen.trouble }
    if (this.#owner !== undefined && this.#owner !== seen.owner) return { kind: 'stale' }

    // On a fresh desktop there is nothing to unlock yet: the first write has the system make it.
    if (operation.op === 'look' && seen.collection === 'absent') return { kind: 'done' }

    const sight = access(operation, seen)
    if (sight === 'nothing-there') return nothingThere(operation)
    if (sight === 'locked' || sight === 'copy-locked') {
      if (!operation.attended) return { kind: sight }
      const refusal =
        (sight === 'locked' ? await unlock(service, operation, seen, onAsking) : undefined) ??
        (await unlockCopies(service, operation, seen, onAsking))
      if (refusal !== undefined) return refusal
    }
    if (!isForKeytar(operation)) return { kind: 'done' }

    this.#owner = seen.owner
    const answer = await this.#touch(operation)
    return needsProof(operation, answer) ? prove(service, operation, answer) : answer
  }

  async #touch(operation: EntryOperation): Promise<Answer> {
    try {
      return await callKeytar(await this.options.loadKeytar(), operation)
    } catch (error) {
      return explainKeytarError(error)
    }
  }
}

/** Unlocks what is needed. Gives the answer if that fails. */
async function unlock(
  service: GuardedService,
  { op }: Operation,
  { lockedPaths }: Sighting,
  onAsking: () => void,
): Promise<Answer | undefined> {
  // Without a default collection nothing can be unlocked. One is made only to write into it.
  if (lockedPaths.length === 0 && op !== 'set') return { kind: 'locked' }
  const end = await service.unlock(lockedPaths, onAsking)
  if (end === 'granted') return undefined
  return { kind: end === 'dismissed' ? 'denied' : 'stale' }
}

/**
 * Unlocks what a deletion must find open besides. On its own, for a keyring that nobody can open any
 * more says nothing about the one that is in use.
 */
async function unlockCopies(
  service: GuardedService,
  operation: Operation,
  { lockedCopies }: Sighting,
  onAsking: () => void,
): Promise<Answer | undefined> {
  if (!isDeletion(operation) || lockedCopies.length === 0) return undefined
  const end = await service.unlock(lockedCopies, onAsking)
  return end === 'granted' ? undefined : { kind: 'copy-locked' }
}

/** `missing` also where there was nothing to delete. */
async function callKeytar(keytar: Keytar, operation: EntryOperation): Promise<Answer> {
  const { service, name } = operation.entry
  switch (operation.op) {
    case 'get': {
      const secret = await keytar.getPassword(service, name)
      return secret === null ? { kind: 'missing' } : { kind: 'value', secret }
    }
    case 'set':
      await keytar.setPassword(service, name, operation.secret)
      return { kind: 'done' }
    case 'delete':
      return { kind: (await keytar.deletePassword(service, name)) ? 'done' : 'missing' }
  }
  return unreachable(operation)
}

function entryOf(operation: Operation): Entry | undefined {
  // A new entry goes to the default collection wherever the old one lies.
  return operation.op === 'look' || operation.op === 'set' ? undefined : operation.entry
}

function isForKeytar(operation: Operation): operation is EntryOperation {
  return operation.op !== 'look' && operation.op !== 'prepare-delete'
}

function isDeletion({ op }: Operation): boolean {
  return op === 'delete' || op === 'prepare-delete'
}

type Access = 'open' | 'locked' | 'copy-locked' | 'nothing-there'

/** Whether the operation can go ahead without a prompt. */
function access(operation: Operation, seen: Sighting): Access {
  if (operation.op === 'look' || operation.op === 'set') {
    return seen.collection === 'unlocked' ? 'open' : 'locked'
  }
  if (seen.entry === 'locked') return 'locked'
  if (seen.entry === 'unlocked') {
    // keytar would delete what is open, and leave the account with the copy that nobody can read.
    return isDeletion(operation) && seen.lockedCopies.length > 0 ? 'copy-locked' : 'open'
  }
  // Some services cannot search what is locked, so "not found" proves nothing until it is open.
  return seen.collection === 'unlocked' ? 'nothing-there' : 'locked'
}

function nothingThere(operation: Operation): Answer {
  return operation.op === 'get' ? { kind: 'missing' } : { kind: 'done' }
}

function needsProof(operation: EntryOperation, answer: Answer): boolean {
  return answer.kind === 'missing' || (operation.op === 'delete' && answer.kind === 'done')
}

/**
 * Looks again after keytar said "nothing there", for it says so of a locked entry too, and after it said
 * "deleted", for a copy may have been locked meanwhile.
 */
async function prove(
  service: Pick<SecretService, 'look'>,
  operation: EntryOperation,
  answer: Answer,
): Promise<Answer> {
  const seen = await service.look(operation.entry)
  if (seen.kind === 'trouble') return { kind: 'unavailable', trouble: seen.trouble }
  // What was open is gone, which the default collection need not be open to show: it may be another one.
  if (answer.kind === 'done' && seen.entry === 'none') return answer
  switch (access(operation, seen)) {
    case 'nothing-there':
      return nothingThere(operation)
    case 'locked':
      return operation.attended ? { kind: 'denied' } : { kind: 'locked' }
    case 'open':
    case 'copy-locked':
      return { kind: 'unavailable', trouble: 'unknown', detail: 'The entry is there but unusable.' }
  }
}
