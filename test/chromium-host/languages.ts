/** The person's languages as BCP 47 tags, best first, from the environment; `en-US` where it tells none. */
export function preferredLanguages(env: NodeJS.ProcessEnv): string[] {
  const single = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  const tags = [...(env['LANGUAGE'] ?? '').split(':'), single]
    .map((name) => name.replace(/[.@].*$/, '').replaceAll('_', '-'))
    .filter((name) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(name))
  return tags.length === 0 ? ['en-US'] : [...new Set(tags)]
}
