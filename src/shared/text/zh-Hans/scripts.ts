import type { Text } from '../en'
import type { LoginReason } from '../en/scripts'
import { number } from './counting'

const loginReasons: Readonly<Record<LoginReason, string>> = {
  ready: '请在 Latchkey 的窗口中重新登录。',
  expired: '请在 Latchkey 的窗口中重新登录。',
  unreachable: '请在 Latchkey 的窗口中重新登录。',
  'needs-login': '请在 Latchkey 的窗口中重新登录。',
  'needs-verification': '请先在 Latchkey 的窗口中完成验证。',
  blocked: '服务已将其封禁，请联系服务的客服。',
  'keychain-locked': '钥匙串已锁定。',
  'secret-missing': '钥匙串中已没有它的令牌。请在 Latchkey 的窗口中重新登录。',
  'secret-sealed':
    '令牌由一个已不存在的口令加密。请退出 Latchkey，从其文件夹的副本中找回“lock.json”，再重新启动；或在其窗口中重新登录。',
}

/** What a script is told when it gets nothing: one or two sentences, and what to do. */
export const scriptAnswers: Text['scriptAnswers'] = {
  off: '脚本令牌已关闭。请在 Latchkey 的设置中允许。',
  refused: '请求已在 Latchkey 的窗口中被拒绝。',
  unanswered: '没有人及时回答 Latchkey 窗口中的询问。',
  tooMany: '在 Latchkey 的窗口中等待答复的程序太多。',
  left: 'Latchkey 正在退出。',
  latchkeyLocked: 'Latchkey 已锁定。请用口令解锁。',
  locked: '钥匙串已锁定。请将其解锁，或在 Latchkey 的窗口中按“重试”。',
  keychain: 'Latchkey 无法从钥匙串读取令牌，原因见 Latchkey 的窗口。',
  busy: '同时请求 Latchkey 的程序太多，请重试。',
  unclear: 'Latchkey 看不懂这个请求。命令与 Latchkey 的版本一致吗？',
  internal: 'Latchkey 出错了，详情见日志。',
  noSuchService: (word) => `没有名为“${word}”的服务或服务器。可用的服务：`,
  noSuchAccount: (name) => `这里没有名为“${name}”的账户。查看全部账户：latchkey accounts`,
  severalAccounts: (name) => `有多个账户名为“${name}”：`,
  severalServers: (service) =>
    `${service} 的多个服务器都有当前账户。请指明其中一个，或使用 --account：`,
  noAccounts: (service) => `你在 ${service} 没有账户。`,
  noneActive: (service) =>
    `${service} 没有当前账户。请用 --account 指定一个，或运行：latchkey switch ACCOUNT`,
  loginRequired: (account, why) => `${account} 没有可用的令牌：${loginReasons[why]}`,
  rejected: (account) =>
    `${account} 需要重新登录：服务不再接受它的令牌。请在 Latchkey 的窗口中登录。`,
  failed: (account, title) => `${account} 的令牌已过期，且未能续期：${title}`,
  unsafe: (account) =>
    `${account} 的令牌含有不能用于请求头的字符，因此没有输出。请改为在 Latchkey 的窗口中复制。`,
  notSaved: '更改未能保存到磁盘。',
}

/** Why no command is answered at a path, and the way out. */
const unsafePlaces: Text['scripts']['problem']['unsafe'] = {
  'other-owner': (path) =>
    `${path} 属于另一个用户，因此命令都得不到答复。请将其所有者改为你自己；如果它是 Latchkey 创建的，也可以将其移走。然后重新启动 Latchkey。`,
  'open-to-others': (path) =>
    `其他人可以打开或更改 ${path}，因此命令都得不到答复。如果没有其他人需要它，请取消他们的权限；否则请将 Latchkey 的文件夹放在别处。然后重新启动 Latchkey。`,
  'closed-to-us': (path) =>
    `Latchkey 无权打开 ${path}，因此命令都得不到答复。请为自己授权，然后重新启动 Latchkey。`,
  'wrong-kind': (path) =>
    `${path} 不是 Latchkey 放在那里的东西，因此命令都得不到答复。请将其移走，然后重新启动 Latchkey。`,
}

/** Tokens for scripts in the settings, and the question of a program that asks. */
export const scripts: Text['scripts'] = {
  title: '脚本令牌',
  text: 'Latchkey 运行时，本机上的程序只需一条命令即可取得令牌。',
  mode: '程序请求令牌时',
  modes: {
    off: { label: '关闭', hint: '任何程序都得不到令牌。' },
    ask: { label: '询问我', hint: '每个程序请求时都会询问，除非你选择始终允许。' },
    on: { label: '开启', hint: '凡以你的身份运行的程序，请求时都能得到令牌。' },
  },
  command: '在脚本或终端中',
  commandHint: '只输出当前账户的令牌，别无其他。更多用法见 --help。',
  allowed: '已允许的程序',
  allowedText: '以程序自报的名称为准，无从证实。',
  noneAllowed: '暂无。在询问中选择“始终允许”的程序会列在这里。',
  remove: '移除',
  removeProgram: (program) => `移除 ${program}`,
  problem: {
    title: '脚本无法连接 Latchkey',
    text: 'Latchkey 未能打开接收命令的入口，因此命令都得不到答复。',
    unsafe: unsafePlaces,
  },
  question: {
    title: { token: '要把令牌交给这个程序吗？', switch: '要允许这个程序切换账户吗？' },
    program: '程序',
    account: { token: '令牌所属账户', switch: '设为当前账户' },
    unknownAccount: '一个已不在这里的账户',
    warning:
      '这是程序自报的信息，凡以你的身份运行的程序都可以这样说。只有你刚刚启动了它，才应允许。',
    consequence: {
      token: '有了令牌，你在这个服务里能做的事，它都能做。',
      switch: '没有指明账户的脚本都会使用这个账户。',
    },
    alwaysMeans: '“始终允许”对所有账户的令牌和切换账户都有效。',
    once: '允许一次',
    always: '始终允许',
    refuse: '拒绝',
    more: (count) => `还有 ${number(count)} 个请求在等待。`,
  },
}
