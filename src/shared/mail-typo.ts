/**
 * Likely typing mistakes in the domain of an address. It is only a question: whoever really is at such
 * a domain goes on. Written here because the libraries for it have been left alone for years, know no
 * provider of Finland or China, and this is one distance over one list.
 */

/** Where many people have their mail. */
const providers = [
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
  ...['yahoo.com', 'icloud.com', 'me.com', 'aol.com', 'proton.me', 'protonmail.com'],
  ...['gmx.com', 'gmx.de', 'gmx.net', 'web.de', 'mail.com', 'fastmail.com', 'zoho.com'],
  ...['yandex.com', 'yandex.ru', 'mail.ru', 'hotmail.co.uk', 'yahoo.co.uk', 'yahoo.co.jp'],
  ...['outlook.fi', 'hotmail.fi', 'luukku.com', 'kolumbus.fi', 'elisanet.fi', 'suomi24.fi'],
  ...['saunalahti.fi', 'pp.inet.fi', 'welho.com', 'jippii.fi', 'mbnet.fi', 'netti.fi'],
  ...['qq.com', 'foxmail.com', '163.com', '126.com', 'yeah.net', 'sina.com', 'sina.cn'],
  ...['sohu.com', 'aliyun.com', '139.com', '189.cn', 'tom.com', '21cn.com'],
]

/** Domains as near to another one as a mistake, and yet right. */
const others = new Set([
  ...['ymail.com', 'gmx.at', 'gmx.ch', 'mail.de', 'email.com', 'live.fi', 'yahoo.fr', 'yahoo.de'],
  ...['live.se', 'hotmail.fr', 'hotmail.de', 'hotmail.se', 'outlook.de', 'outlook.fr', 'pm.me'],
  ...['vip.163.com', 'vip.126.com', 'vip.qq.com', 'sina.com.cn', 'inet.fi', 'mac.com', '188.com'],
])

/** One wrong letter makes another name of a shorter one: there only the ending can be mistaken. */
const shortName = 4
/** From how many characters on two mistakes are likelier than another domain. */
const twoMistakesFrom = 9

/** The domain that was likely meant, or undefined. */
export function likelyDomain(address: string): string | undefined {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  if (at < 1 || domain === '' || providers.includes(domain) || others.has(domain)) return undefined
  const near = providers
    .map((provider) => ({ provider, mistakes: distance(domain, provider) }))
    .filter(({ provider, mistakes }) => mistakes <= allowed(domain, provider))
    .sort((one, other) => one.mistakes - other.mistakes)
  return near[0]?.provider
}

/** The address at another domain. */
export function withDomain(address: string, domain: string): string {
  return `${address.slice(0, address.lastIndexOf('@') + 1)}${domain}`
}

function allowed(domain: string, provider: string): number {
  const [name = ''] = provider.split('.')
  if (name.length < shortName && !domain.startsWith(`${name}.`)) return 0
  return provider.length < twoMistakesFrom ? 1 : 2
}

/** How many letters are missing, too many, wrong, or swapped with their neighbour. */
function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(
        (rows[i - 1]?.[j] ?? Infinity) + 1,
        (row[j - 1] ?? Infinity) + 1,
        (rows[i - 1]?.[j - 1] ?? Infinity) + (same ? 0 : 1),
        swapped ? (rows[i - 2]?.[j - 2] ?? Infinity) + 1 : Infinity,
      )
    }
    rows[i] = row
  }
  return rows[one.length]?.[other.length] ?? Infinity
}
