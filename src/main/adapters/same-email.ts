/**
 * Whether two spellings name the same address, as far as these services go: they keep addresses in
 * lower case or compare them so (Ruuvi iOS app SignInPresenter.swift).
 */
export function sameEmail(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
