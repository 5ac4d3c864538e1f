/** Gives Chromium's name for what came between, such as `ERR_NAME_NOT_RESOLVED`, if that is why it failed. */
export function networkError(reason: string): string | undefined {
  return /\bnet::(ERR_[A-Z0-9_]+)/.exec(reason)?.[1]
}
