import type { Text } from '../en'
import type { KeychainWords, Platform, UnavailableReason } from '../en/keychain'

/** Each begins a sentence, so that no blank is missing before the Latin letters of two of them. */
const places: Readonly<Record<Platform, string>> = {
  linux: '桌面钥匙串',
  mac: 'macOS 钥匙串',
  windows: 'Windows 凭据管理器',
}

const unlock: Readonly<Record<Platform, string>> = {
  linux:
    '请在“密码和密钥”（Seahorse）或 KWalletManager 中解锁，或者改用密码登录桌面，不要自动登录。',
  mac: '请打开“钥匙串访问”，选择“登录”并解锁；如果改过密码，可能需要输入旧密码。',
  windows: '请重新登录 Windows，然后重试。',
}

const denied: Readonly<Record<Platform, string>> = {
  linux: 'Latchkey 不会自行再问。请点“再次请求”，并在桌面的询问中确认。',
  mac: 'Latchkey 不会自行再问。请点“再次请求”，并在询问中选择“始终允许”。',
  windows: 'Latchkey 不会自行再问。请点“再次请求”，并在询问中确认。',
}

const none = { short: '缺失', title: '没有可以存放令牌的钥匙串' }

/** What is wrong, in one line: a keychain that is there is not called missing. */
const unavailable: Readonly<Record<UnavailableReason, Omit<KeychainWords, 'text'>>> = {
  'no-session-bus': none,
  'no-secret-service': none,
  'no-keychain-library': none,
  'not-answering': { short: '无响应', title: '钥匙串没有响应' },
  'process-failed': { short: '无响应', title: '无法访问钥匙串' },
  unknown: { short: '异常', title: '钥匙串无法使用' },
}

const noKeychain: Readonly<Record<UnavailableReason, Readonly<Record<Platform, string>>>> = {
  'no-session-bus': {
    linux:
      'Latchkey 运行在桌面会话之外，无法访问钥匙串。请登录桌面后重试，或者从桌面上、在“dbus-run-session”中启动 Latchkey。',
    mac: '在这个会话中无法访问钥匙串。请从桌面启动 Latchkey。',
    windows: '在这个会话中无法访问凭据管理器。请登录到 Windows 桌面。',
  },
  'no-secret-service': {
    linux:
      '没有钥匙串程序应答。请安装“gnome-keyring”（GNOME、Xfce 和大多数桌面），或者启用 KWallet（KDE）或 KeePassXC 的 Secret Service，然后重试。',
    mac: '钥匙串没有应答。请打开“钥匙串访问”，看看其中有没有“登录”。',
    windows: '请在 Windows 的服务列表中启动“Credential Manager”，然后重试。',
  },
  'no-keychain-library': {
    linux:
      '缺少访问钥匙串所需的库。请安装“libsecret-1-0”（Debian、Ubuntu）或“libsecret”（Fedora、Arch），然后重试。',
    mac: 'Latchkey 的某个部分损坏或缺失。请重新安装 Latchkey，你的令牌会留在原处。',
    windows: 'Latchkey 的某个部分损坏或缺失。请重新安装 Latchkey，你的令牌会留在原处。',
  },
  'not-answering': {
    linux: '请重试。如果一直这样，请注销桌面并重新登录。',
    mac: '请看看其他窗口后面有没有系统的询问，然后重试。',
    windows: '请重试。如果一直这样，请注销 Windows 并重新登录。',
  },
  'process-failed': {
    linux: 'Latchkey 中与钥匙串通信的部分屡次停止。请重试，或重新启动 Latchkey。',
    mac: 'Latchkey 中与钥匙串通信的部分已停止。请重试，或重新启动 Latchkey。',
    windows: 'Latchkey 中与凭据管理器通信的部分已停止。请重试，或重新启动 Latchkey。',
  },
  unknown: {
    linux: '钥匙串拒绝了请求，原因不明。请重试，或重新登录桌面。',
    mac: '钥匙串拒绝了请求，原因不明。请重试，或重新登录系统。',
    windows: '凭据管理器拒绝了请求，原因不明。请重试，或重新登录 Windows。',
  },
}

/** Gives the words for a state of the keychain on a platform. */
const keychainWords: Text['keychain']['words'] = (view, platform) => {
  switch (view.kind) {
    case 'starting':
      return {
        short: '正在打开',
        title: '正在打开钥匙串',
        text: `${places[platform]}尚未应答，请稍候。`,
      }
    case 'ready':
      return {
        short: '就绪',
        title: '钥匙串已就绪',
        text: `${places[platform]}保管着你的令牌。`,
      }
    case 'locked':
      return {
        short: '已锁定',
        title: '钥匙串已锁定',
        text: `你的令牌在其中很安全，只是无法使用。${unlock[platform]}`,
      }
    case 'asking':
      return {
        short: '等你允许',
        title: '系统正在请求你的许可',
        text: '请回答系统的询问，然后继续；它可能在其他窗口后面。如果在这里取消，那个询问可能还会留着。',
      }
    case 'denied':
      return {
        short: '被拒绝',
        title: '对钥匙串的访问被拒绝',
        text: denied[platform],
      }
    case 'unavailable':
      return {
        ...unavailable[view.reason],
        text: noKeychain[view.reason][platform],
      }
    case 'memory':
      return {
        short: '仅在内存',
        title: '令牌只保存在内存中',
        text: '新令牌会在 Latchkey 退出后消失，你需要重新登录。磁盘上什么也不会写入。钥匙串中已有的内容会留在那里，在能够访问钥匙串之前无法删除。',
      }
  }
}

/** What the person must know about the list of accounts, or undefined if all is well. */
const bookWords: Text['book']['words'] = (notice) => {
  switch (notice.kind) {
    case 'fine':
      return undefined
    case 'restored':
      return {
        title: '账户列表曾损坏，现已恢复',
        text:
          notice.setAside === ''
            ? '文件不见了。现在使用的是上一份完好的副本，可能缺少最近一次更改。'
            : `现在使用的是上一份完好的副本，可能缺少最近一次更改。损坏的文件已另行保留：${notice.setAside}`,
      }
    case 'damaged':
      return {
        title: '无法读取账户列表',
        text: `Latchkey 从空列表开始。你的令牌仍在钥匙串中，损坏的文件已另行保留：${notice.setAside}`,
      }
    case 'newer':
      return {
        title: '账户列表来自较新版本的 Latchkey',
        text: '当前版本只显示它，不作任何更改。如需更改，请先更新 Latchkey。',
      }
  }
}

export const keychain: Text['keychain'] = {
  title: '钥匙串',
  words: keychainWords,
  retry: '重试',
  askAgain: '再次请求',
  stopAsking: '取消',
  useMemory: '将令牌保存在内存中，直到 Latchkey 退出',
  useMemoryHint: '磁盘上什么也不会写入；重新启动后需再次登录。',
}

export const book: Text['book'] = { words: bookWords }
