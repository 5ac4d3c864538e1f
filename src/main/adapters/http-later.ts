/**
 * The HTTP client before it is there: its code is the largest part of the program, and no window needs
 * a request to be shown, so it is loaded with the first one. What a client promises stands in http.ts.
 */
import type { RootHttpClient } from './http'

/** Gives a client that has `load` make the real one when the first request is to be sent. */
export function loadedWhenAsked(load: () => Promise<RootHttpClient>): RootHttpClient {
  let loading: Promise<RootHttpClient> | undefined
  const client = (): Promise<RootHttpClient> => (loading ??= load())
  return {
    send: async (request) => (await client()).send(request),
    allowing: (allowance) => ({
      send: async (request) => (await client()).allowing(allowance).send(request),
    }),
    look: async (origin, signal) => (await client()).look(origin, signal),
  }
}
