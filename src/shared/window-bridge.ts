/** The untyped pipe that the preload puts into each window; src/renderer/bridge.ts gives it types. */
export interface WindowBridge {
  /** Sends a call and gives its `Result`. Payloads are JSON. */
  call(name: string, input: unknown): Promise<unknown>
  /** Listens to an event; gives its own unsubscribe. */
  on(name: string, listener: (payload: unknown) => void): () => void
}
