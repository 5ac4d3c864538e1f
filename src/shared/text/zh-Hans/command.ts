import type { Text } from '../en'

/** What the command line says by itself, without the program. */
export const command: Text['command'] = {
  help: `用法：
  latchkey token SERVICE [--account LABEL|EMAIL] [--json]
  latchkey accounts [--all] [--json]
  latchkey switch LABEL|EMAIL [--service SERVICE]
  latchkey completion bash|zsh|fish

把正在运行的 Latchkey 中的令牌交给脚本。请先在设置的“脚本令牌”中允许一次。

  token       输出当前账户或指定账户的令牌
  accounts    列出账户，不含机密
  switch      将一个账户设为其服务器的当前账户
  completion  输出用于 shell 的补全脚本

SERVICE 是 ipcola、ruuvi 或 cloudreve，也可以是服务器的名称、主机或地址。
LABEL 是账户的名称，EMAIL 是账户的邮箱。

  -a, --account LABEL|EMAIL   哪个账户
  -s, --service SERVICE       在哪里查找账户
      --all                   同时列出已隐藏的账户
      --json                  输出 JSON
  -h, --help                  显示此帮助
      --version               显示版本

退出码：0 完成，1 失败（例如令牌未能续期），2 用法有误或没有此账户，
3 Latchkey 未运行，4 账户需要登录，5 被拒绝（已关闭、未获允许、已锁定）。`,
  hint: '试试：latchkey --help',
  unknownCommand: (word) => `没有名为“${word}”的命令。`,
  noCommand: '请说明要做什么。',
  needs: (what) => `缺少 ${what}。`,
  tooMuch: (word) => `“${word}”是多余的。`,
  notHere: (option) => `${option} 不能用于此命令。`,
  empty: (option) => `${option} 是空的。`,
  noShell: (shell) => `没有适用于“${shell}”的补全脚本，只有 bash、zsh 和 fish 的。`,
  switched: (account, server) => `“${account}”已设为 ${server} 的当前账户。`,
  notRunning: 'Latchkey 未运行。请启动它，然后重试。',
  lost: 'Latchkey 没有答复就结束了。',
  notUnderstood: '应答的不是同一版本的 Latchkey。',
  unproven: '应答的不是你的 Latchkey，因此没有向它发送请求。请启动 Latchkey，然后重试。',
  noAnswer: 'Latchkey 没有及时应答。',
  unsafe: {
    'other-owner': (path) =>
      `${path} 属于另一个用户，因此没有向它发送请求。Latchkey 只把令牌交给运行它的用户。`,
    'open-to-others': (path) =>
      `其他人可以打开或更改 ${path}，因此没有向它发送请求。如果没有其他人需要它，请取消他们的权限；否则请将 Latchkey 的文件夹放在别处。`,
    'closed-to-us': (path) => `当前用户无法打开 ${path}。Latchkey 只把令牌交给运行它的用户。`,
    'wrong-kind': (path) => `${path} 不是 Latchkey 放在那里的东西，因此没有向它发送请求。`,
  },
}
