/**
 * The keychain as everybody else uses it when there may be a passphrase: it seals what is written and
 * opens what is read. While Latchkey is locked it looks like a locked keychain and gives nothing out;
 * a token that arrives nevertheless is kept, sealed for whoever has the passphrase.
 */
import { fail, ok, type Result } from '../../shared/failure'
import type {
  CallOptions,
  Keychain,
  KeychainState,
  SecretMemory,
  SecretRef,
} from '../keychain/keychain'
import { checkSecret } from '../keychain/secret-rules'
import type { Seal, SealState } from './seal'

export class SealedKeychain implements Keychain {
  readonly #listeners = new Set<(state: KeychainState) => void>()

  constructor(
    private readonly inner: Keychain,
    private readonly seal: Seal,
  ) {
    inner.onState(() => this.#tell())
  }

  get state(): KeychainState {
    return this.#locked ? { kind: 'locked' } : this.inner.state
  }

  onState(listener: (state: KeychainState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** How the lock stands from here on. */
  become(state: SealState): void {
    this.seal.become(state)
    this.#tell()
  }

  async get(ref: SecretRef, options?: CallOptions): Promise<Result<string>> {
    if (this.#locked) return fail('latchkey-locked')
    const text = await this.inner.get(ref, options)
    return text.ok ? this.seal.read(ref, text.value) : text
  }

  async set(ref: SecretRef, secret: string, options?: CallOptions): Promise<Result<void>> {
    const checked = checkSecret(secret)
    if (!checked.ok) return checked
    return this.inner.set(ref, this.seal.write(ref, secret), options)
  }

  delete(ref: SecretRef, options?: CallOptions): Promise<Result<void>> {
    return this.inner.delete(ref, options)
  }

  prepareDelete(ref: SecretRef, options?: CallOptions): Promise<Result<void>> {
    return this.inner.prepareDelete(ref, options)
  }

  /**
   * Writes a secret anew if it is not in the form that the lock now asks for. Only within its
   * account's lane. What was sealed with keys that are gone stays as it is. `signal` gives up the
   * read; a write that has begun is seen to its end. Failures: the keychain's, `secret-missing` too.
   */
  async reseal(ref: SecretRef, signal: AbortSignal): Promise<Result<void>> {
    const text = await this.inner.get(ref, { signal })
    if (!text.ok) return text
    if (this.seal.isCurrent(text.value)) return ok(undefined)
    const secret = this.seal.read(ref, text.value)
    if (!secret.ok) return secret.failure.code === 'secret-sealed' ? ok(undefined) : secret
    return this.inner.set(ref, this.seal.write(ref, secret.value))
  }

  async retry(options?: CallOptions): Promise<KeychainState> {
    await this.inner.retry(options)
    return this.state
  }

  stopAsking(): void {
    this.inner.stopAsking()
  }

  useMemory(mayHold: (ref: SecretRef) => boolean): SecretMemory | undefined {
    return this.inner.useMemory(mayHold)
  }

  close(): Promise<void> {
    return this.inner.close()
  }

  get #locked(): boolean {
    return this.seal.state.kind === 'locked'
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener(this.state)
  }
}
