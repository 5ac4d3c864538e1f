import { fail, ok, type Result } from '../../src/shared/failure'
import type {
  CallOptions,
  Keychain,
  KeychainState,
  SecretKind,
  SecretMemory,
  SecretRef,
} from '../../src/main/keychain/keychain'
import { MemoryKeychain } from '../../src/main/keychain/memory'
import { checkSecret } from '../../src/main/keychain/secret-rules'

/** A keychain in memory that can be locked, and that says what it holds. */
export class FakeKeychain implements Keychain {
  state: KeychainState = { kind: 'ready' }
  readonly secrets = new Map<string, string>()
  calls = 0
  /** Writes of this kind are refused. */
  refusing: SecretKind | undefined
  /** It is locked and nobody has noticed: who may be asked is asked to unlock it, and counted. */
  lockedUnseen = false
  prompts = 0
  /** Another keyring, which is locked, holds a copy of each secret of this kind. */
  copyLocked: SecretKind | undefined
  private memory: MemoryKeychain | undefined
  private held: { readonly kind: SecretKind; readonly wait: () => Promise<void> } | undefined
  private readonly listeners = new Set<(state: KeychainState) => void>()

  async set(ref: SecretRef, secret: string): Promise<Result<void>> {
    const fits = checkSecret(secret)
    if (!fits.ok) return fits
    if (this.memory) return this.memory.set(ref, secret)
    if (ref.kind === this.held?.kind) await this.held.wait()
    return this.answer(() => {
      if (ref.kind === this.refusing) return fail('keychain-denied')
      this.secrets.set(key(ref), secret)
      return ok(undefined)
    })
  }

  /** Lets the next writes of a kind wait: `begun` when one has come, `goOn` lets it go on. */
  hold(kind: SecretKind): { readonly begun: Promise<void>; goOn(): void } {
    let come = (): void => undefined
    let goOn = (): void => undefined
    const begun = new Promise<void>((resolve) => (come = resolve))
    const gate = new Promise<void>((resolve) => (goOn = resolve))
    const wait = (): Promise<void> => {
      come()
      return gate
    }
    this.held = { kind, wait }
    return { begun, goOn: () => goOn() }
  }

  get(ref: SecretRef, { unattended = false }: CallOptions = {}): Promise<Result<string>> {
    if (this.memory) return Promise.resolve(this.memory.get(ref))
    if (this.lockedUnseen && unattended) return Promise.resolve(fail('keychain-locked'))
    if (this.lockedUnseen) this.prompts += 1
    return this.answer(() => {
      const secret = this.secrets.get(key(ref))
      return secret === undefined ? fail('secret-missing') : ok(secret)
    })
  }

  delete(ref: SecretRef): Promise<Result<void>> {
    if (this.memory) return Promise.resolve(this.memory.delete(ref))
    return this.answer(() => {
      if (ref.kind === this.copyLocked) return fail('keychain-copy-locked')
      this.secrets.delete(key(ref))
      return ok(undefined)
    })
  }

  prepareDelete(ref: SecretRef): Promise<Result<void>> {
    if (this.memory) return Promise.resolve(this.memory.prepareDelete(ref))
    return this.answer(() =>
      ref.kind === this.copyLocked ? fail('keychain-copy-locked') : ok(undefined),
    )
  }

  become(state: KeychainState): void {
    this.state = state
    for (const listener of this.listeners) listener(state)
  }

  onState(listener: (state: KeychainState) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  retry(): Promise<KeychainState> {
    return Promise.resolve(this.state)
  }

  stopAsking(): void {
    if (this.state.kind === 'asking') this.become({ kind: 'denied' })
  }

  useMemory(mayHold: (ref: SecretRef) => boolean): SecretMemory {
    this.memory = new MemoryKeychain(mayHold)
    this.become({ kind: 'memory' })
    return this.memory
  }

  /** What is in memory goes with the program; the next one finds the keychain. */
  close(): Promise<void> {
    if (this.memory) this.state = { kind: 'ready' }
    this.memory = undefined
    return Promise.resolve()
  }

  private answer<T>(run: () => Result<T>): Promise<Result<T>> {
    this.calls += 1
    return Promise.resolve(this.state.kind === 'locked' ? fail('keychain-locked') : run())
  }
}

function key({ account, kind }: SecretRef): string {
  return `${account}/${kind}`
}
