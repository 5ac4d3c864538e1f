import type { FailureCode } from '../../failure'
import type { Text } from '../en'

export const failures: Text['failures'] = {
  'invalid-input': {
    title: '有内容缺失或有误',
    text: '什么也没有发送。请查看标出的字段，然后重试。',
  },
  'wrong-credentials': {
    title: '邮箱或密码不正确',
    text: '你没有登录，也没有任何更改。请检查两者后重试，或重置密码。',
  },
  'wrong-code': {
    title: '验证码不正确',
    text: '服务没有接受它，没有任何更改。请与最新的邮件核对，或重新发送验证码。',
  },
  'code-expired': {
    title: '验证码已用过或已过期',
    text: '这次尝试没有更改任何内容。请重新发送验证码，并只用最新邮件中的那个。',
  },
  'captcha-wrong': {
    title: '图形验证码不正确',
    text: '没有任何更改，你填写的内容都在。请看新的图片。',
  },
  'captcha-needs-browser': {
    title: '此站点的人机验证只能在浏览器中完成',
    text: '什么也没有发送。请在浏览器中登录该站点，再把它的令牌带到这里。',
  },
  'second-factor-wrong': {
    title: '一次性验证码不正确',
    text: '你还没有登录。请等待身份验证器显示下一个验证码，并检查这台电脑的时钟。',
  },
  'attempt-expired': {
    title: '用时超过了服务的限制',
    text: '服务已放弃此流程，账户没有变化。请重新开始。',
  },
  'email-taken': {
    title: '此邮箱已有账户',
    text: '没有创建账户。请直接登录，或换一个邮箱。',
  },
  'email-unknown': {
    title: '此邮箱没有账户',
    text: '没有任何更改。请检查邮箱地址，或注册新账户。',
  },
  'email-unconfirmed': {
    title: '此邮箱尚未验证',
    text: '你没有登录。请打开服务所发邮件中的链接，然后登录。',
  },
  'email-mismatch': {
    title: '此验证码属于另一个邮箱',
    text: '验证码对应的不是你填写的邮箱，因此没有保存任何内容。请使用发到此邮箱的邮件。',
  },
  'sign-up-closed': {
    title: '此服务器不接受新账户',
    text: '没有创建账户。请向它的管理者申请，或用已有的账户登录。',
  },
  'already-verified': {
    title: '此账户已经验证过',
    text: '不需要再验证什么，可以登录了。',
  },
  'account-blocked': {
    title: '服务已封禁此账户',
    text: '它和令牌都保留在列表中。只有服务才能解除封禁，请联系其客服。',
  },
  'rate-limited': {
    title: '短时间内尝试次数过多',
    text: '服务要求稍候。你填写的内容都在，Latchkey 不会自动发送任何内容。',
  },
  'token-rejected': {
    title: '服务不再接受此令牌',
    text: '账户及其名称会保留。请重新登录，取得新令牌。',
  },
  'mail-failed': {
    title: '服务未能发送邮件',
    text: '其余部分可能已经完成，只是邮件没有发出。请检查邮箱地址，几分钟后重试。',
  },
  offline: {
    title: '无法连接服务器',
    text: '请检查网络和服务器地址，然后重试。',
  },
  timeout: {
    title: '服务器没有及时应答',
    text: '这里没有任何更改。请稍后重试。',
  },
  'outcome-unknown': {
    title: '无法确定请求是否生效',
    text: '请求已发出，但没有收到答复。Latchkey 不会自动重发：请先登录或重新发送验证码，弄清情况。',
  },
  'tls-untrusted': {
    title: '此服务器的证书不受信任',
    text: '什么也没有发送，因为可能有人在窃听。请换一个网络再试，或询问服务器的管理者。',
  },
  'unencrypted-private': {
    title: '此服务器不加密',
    text: '什么也没有发送，因为同一网络中的任何人都能读取。如果是你自己的站点，可以允许它。',
  },
  'unencrypted-public': {
    title: '此服务器不加密，也不在你的网络中',
    text: '什么也没有发送，因为经过 http 时，途中的任何人都能读取和篡改。请使用它的 https 地址。',
  },
  'proxy-needs-sign-in': {
    title: '你的网络代理要求登录',
    text: '没有任何内容到达服务。请在系统的网络设置中登录代理，然后重试。',
  },
  redirected: {
    title: '服务器指向了另一个地址',
    text: 'Latchkey 不会跟随跳转，以免把内容发到错误的地方。如果新地址正确，请将它添加为服务器。',
  },
  'not-the-service': {
    title: '应答的不是这个服务',
    text: '收到的是网页，而不是服务的答复：地址可能有误，或者此网络要求先在浏览器中登录。没有任何更改。',
  },
  'unexpected-answer': {
    title: 'Latchkey 无法识别服务的答复',
    text: '没有保存任何内容。服务可能有了变化：请稍后再试，或使用较新版本的 Latchkey。',
  },
  'service-error': {
    title: '服务报告出错',
    text: '请求没有完成。请稍后再试。',
  },
  'keychain-unavailable': {
    title: '没有可以存放令牌的钥匙串',
    text: '账户在列表中，但它的令牌无法保存或读取。请先设置好钥匙串，然后重试。',
  },
  'keychain-locked': {
    title: '钥匙串已锁定',
    text: '什么都没有丢失。请将其解锁，然后重试。',
  },
  'keychain-copy-locked': {
    title: '未删除：另一个钥匙串中有副本',
    text: '那个钥匙串已锁定，其中有这个账户以前的令牌或密码。请在“密码和密钥”（Seahorse）或 KWalletManager 中将其解锁；如果忘记了它的密码，也可以在那里删除它。然后重试。',
  },
  'keychain-denied': {
    title: '系统拒绝了对钥匙串的访问',
    text: '什么都没有丢失。只有你要求时，Latchkey 才会再次请求。',
  },
  'keychain-timeout': {
    title: '钥匙串没有应答',
    text: '什么都没有丢失。系统的询问可能在其他窗口后面；请先回答，然后重试。',
  },
  'keychain-out-of-reach': {
    title: '未删除：无法访问钥匙串',
    text: '钥匙串中仍有这个账户以前的令牌或密码。等钥匙串可用后，请重新启动 Latchkey，然后重试。',
  },
  'secret-missing': {
    title: '钥匙串中没有此账户的令牌',
    text: '它在 Latchkey 之外被删除或损坏。账户及其名称会保留。请重新登录，取得新令牌。',
  },
  'secret-too-large': {
    title: '内容太长，钥匙串放不下',
    text: '没有保存：钥匙串最多容纳 2,500 字节。请检查是否只复制了令牌。',
  },
  'secret-sealed': {
    title: '此令牌由一个已不存在的口令加密',
    text: '没有删除任何内容。请退出 Latchkey，从其文件夹的副本中找回“lock.json”，再重新启动；或重新登录，取得新令牌。',
  },
  'latchkey-locked': {
    title: 'Latchkey 已锁定',
    text: '没有执行任何操作。请用口令解锁，然后重试。',
  },
  'wrong-passphrase': {
    title: '口令不正确',
    text: '没有任何更改。请检查 Caps Lock 和键盘的输入语言，然后重试。',
  },
  'too-many-tries': {
    title: '输错口令的次数过多',
    text: '这一次没有核对，没有任何更改。请等待后再试：每错一次，等待时间就会更长，重新启动也不会缩短。',
  },
  'not-a-backup': {
    title: '此文件不是 Latchkey 的备份',
    text: '没有任何更改。请选择由 Latchkey 导出的文件，其名称通常以“.latchkey”结尾。',
  },
  'backup-damaged': {
    title: '此备份已损坏',
    text: '它与导出时不一致，因此没有采用其中任何内容，也没有任何更改。请从来源处重新复制，或使用其他备份。',
  },
  'backup-newer': {
    title: '此备份由较新版本的 Latchkey 生成',
    text: '当前版本无法读取它，没有任何更改。请更新 Latchkey，然后重新导入。',
  },
  'backup-too-large': {
    title: '内容太大，无法作为备份',
    text: '备份最大 64 MB，解压后最大 128 MB，最多包含 100,000 个账户。没有写入或更改任何内容。',
  },
  'backup-not-read': {
    title: '无法读取此文件',
    text: '没有任何更改。请确认它还在原处，且你有权打开，然后重试。',
  },
  'backup-not-written': {
    title: '备份未能写入',
    text: '没有生成新的备份，原有的文件保持不变。请腾出空间，或换一个位置。',
  },
  'book-damaged': {
    title: '无法读取账户列表',
    text: '因此无法知道有哪些令牌，没有任何更改。请退出 Latchkey，从其文件夹的副本恢复“book.json”，再重新启动；否则 Latchkey 将使用新列表继续。',
  },
  'book-read-only': {
    title: '无法在这里更改',
    text: '保存它的文件来自较新版本的 Latchkey，当前版本只能读取。没有任何更改。请更新 Latchkey。',
  },
  'disk-failed': {
    title: '未能保存',
    text: '磁盘拒绝写入。请腾出空间或检查文件夹权限，然后重试。',
  },
  'file-changed': {
    title: '已在别处更改',
    text: '另一个程序（可能是另一个 Latchkey）更改了保存它的文件。没有覆盖任何内容，你的更改也没有保存。请退出所有 Latchkey，重新启动一个，再进行更改。',
  },
  'not-found': {
    title: '此项已不存在',
    text: '它已被移除或已结束。其他内容没有变化，请返回重新选择。',
  },
  'own-session': {
    title: '这是 Latchkey 正在使用的会话',
    text: '它没有结束。如果想结束它，请退出登录。',
  },
  'unsafe-to-copy': {
    title: '此令牌不能写进命令',
    text: '它含有会被终端误读的字符，因此没有复制任何内容。请只复制令牌本身。',
  },
  unsupported: {
    title: '服务不提供此功能',
    text: '没有任何更改。请在服务自己的网站上操作。',
  },
  cancelled: {
    title: '已停止',
    text: '你停止了这次操作。已经到达服务的请求，可能已在那里生效；请再试一次以确认。',
  },
  internal: {
    title: 'Latchkey 出错了',
    text: '这是程序的问题，不是你的错。请再试一次；如果再次出现，请在设置中复制诊断信息并报告。',
  },
}

/** The words on the button for each action. */
export const remedies: Text['remedies'] = {
  'log-in': '登录',
  register: '注册',
  verify: '验证邮箱',
  'use-token': '添加已有令牌',
  'start-over': '重新开始',
  reset: '重置密码',
  resend: '重新发送验证码',
  'open-site': '打开服务的网站',
  keychain: '再次请求钥匙串',
  'another-file': '选择其他文件',
  retry: '重试',
}

/** What the detail of a failure means; `service` is who says it, if it was not found by Latchkey. */
function detailWords(code: FailureCode, detail: string, service: string | undefined): string {
  if (service !== undefined) return `${service} 的答复：“${detail}”`
  if (code === 'unexpected-answer') return `与预期不符：${detail}`
  if (code === 'redirected') return `它指向 ${detail}`
  if (code.startsWith('unencrypted-')) return `地址：${detail}`
  // A sentence, which says all by itself.
  if (code === 'unsupported') return detail
  return `发现：${detail}`
}

/** What the system refused, and what to do about it. */
const systemWords: Text['failureParts']['system'] = {
  'no-room': '磁盘空间不足。',
  'no-permission': '系统不允许在那里这样做。',
  'read-only': '那个磁盘是只读的。',
  'too-large': '文件太大，那个磁盘放不下。',
  gone: '文件或其所在的文件夹已不存在。',
  'in-use': '它正被另一个程序使用。',
  defect: '磁盘报告自身有故障。',
}

export const failureParts: Text['failureParts'] = {
  detail: detailWords,
  system: systemWords,
  code: (code) => `代码 ${code}`,
  reference: (id) => `编号 ${id}`,
  retryAt: (time) => `${time} 后可以重试。`,
}
