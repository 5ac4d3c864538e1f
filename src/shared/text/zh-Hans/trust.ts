import type { Text } from '../en'

/** Why a certificate is not trusted; `date` is when it runs out or begins, `host` where it was shown. */
const problem: Text['trust']['certificate']['problem'] = (found, date, host) => {
  switch (found.kind) {
    case 'self-signed':
      return '它是自签名证书：没有证书颁发机构为它担保。'
    case 'unknown-authority':
      return '你的系统不认识颁发它的机构。'
    case 'expired':
      return `它已于 ${date} 过期。`
    case 'not-valid-yet':
      return `它从 ${date} 起才有效。如果这个时间已过，请检查这台电脑的时钟。`
    case 'other-host':
      return `它属于其他名称，而不是 ${host}。`
    case 'other':
      return `检查未通过：${found.code}。`
  }
}

const allowed: Text['trust']['allowed'] = {
  certificate: {
    title: '由你信任的证书',
    text: (since) =>
      `自 ${since}起，仅限此站点。你的系统并不为它担保；其他证书除非得到系统认可，否则一律拒绝。`,
    end: '不再信任',
  },
  'plain-http': {
    title: '未加密',
    text: (since) =>
      `你于 ${since}允许，仅在站点位于你自己的网络中时有效。同一网络中的其他人可以在途中读取密码和令牌。`,
    end: '不再允许',
  },
}

/** What a person may allow for a site of their own. */
export const trust: Text['trust'] = {
  look: '查看证书',
  looking: '正在查看…',
  decide: '允许此站点使用 http…',
  inOrder: '你的系统现在信任此证书。请重试。',
  allowed,
  given: {
    certificate: (site) => `现已信任“${site}”的证书。请重试。`,
    'plain-http': (site) => `现已允许“${site}”不加密使用。请重试。`,
  },
  ended: {
    certificate: (site) => `不再信任“${site}”的证书。`,
    'plain-http': (site) => `不再允许“${site}”不加密使用。`,
  },
  facts: {
    subject: '颁发给',
    names: '其中的名称',
    issuer: '颁发者',
    valid: '有效期',
    span: (from, to) => `${from}至 ${to}`,
    fingerprint: 'SHA-256 指纹',
    before: '此前信任的',
    none: '无',
  },
  certificate: {
    title: (host) => `${host} 的证书不受信任`,
    text: '尚未发送任何内容。你与服务器之间可能有人在出示自己的证书，冒充服务器。',
    changed: (since) =>
      `它不是你自 ${since}起信任的那份证书。刚换过证书时这很正常，其他时候则不然。`,
    problems: '它有什么问题',
    problem,
    advice:
      '只有指纹与服务器自身的一致时，才应信任它：请到服务器上查看，或询问它的管理者。信任后仅对此站点有效，你可以随时收回。',
    confirm: (host) => `为 ${host} 信任此证书`,
    cancel: '不信任',
  },
  plainHttp: {
    title: (host) => `要在不加密的情况下使用 ${host} 吗？`,
    text: '这个地址以 http: 开头：途中的一切都不加密。尚未发送任何内容。',
    readers: '以下的人和设备可以读取并篡改途中的一切：',
    reads: ['同一网络中的所有人，例如使用你家 Wi-Fi 的客人', '那里由他人控制的每台设备'],
    what: '这包括你的密码、令牌和文件。有了令牌，你能做的事他们都能做。',
    advice:
      '最好让站点使用 https，自签名的证书就够了。Latchkey 只在地址通向你自己的网络时才使用 http，而且每次都会检查。',
    confirm: '不加密使用',
    cancel: '不使用',
  },
}
