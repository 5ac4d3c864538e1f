/**
 * An address as it is compared: these services keep addresses in lower case or compare them so (Ruuvi iOS
 * app SignInPresenter.swift), and a blank around one is nobody's.
 */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}

/** Whether two spellings name the same address, as far as these services go. */
export function sameEmail(one: string, other: string): boolean {
  return emailKey(one) === emailKey(other)
}
