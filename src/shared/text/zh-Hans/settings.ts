import type { Text } from '../en'
import { networkError } from '../../network-error'
import type { UpdatesView } from '../../updates'

/** Why a shortcut does not work, and what to do. */
const shortcutProblems: Text['settings']['shortcutProblems'] = {
  taken: '这组按键已被其他程序占用。请换一组，或先在那个程序里取消。',
  invalid: '系统无法把这组按键用作快捷键。请换一组。',
}

const whenClosed: Text['settings']['whenClosed'] = {
  automatic: {
    label: '有托盘时留在托盘中',
    hint: '没有托盘时，Latchkey 会退出。',
  },
  'keep-running': {
    label: '继续运行',
    hint: '没有托盘时也继续运行。',
  },
  quit: {
    label: '退出',
    hint: '不再检查令牌，也不再续期。',
  },
}

/** What the desktop shows of the program while no window is open. */
const trayNow: Text['settings']['trayNow'] = {
  there: undefined,
  missing: '此桌面不显示托盘。',
  unknown: 'Latchkey 无法得知此桌面是否显示托盘。',
}

/** How it stands with newer versions of the program. */
function updatesState(updates: UpdatesView): string {
  switch (updates.kind) {
    case 'idle':
      return 'Latchkey 每天查看一次是否有新版本。'
    case 'checking':
      return '正在查看是否有新版本…'
    case 'up-to-date':
      return '这是最新版本。'
    case 'available':
      return `已有 ${updates.version} 版。请从你获取 Latchkey 的地方获取它。`
    case 'fetching':
      return `正在下载 ${updates.version} 版…`
    case 'ready':
      return `${updates.version} 版已就绪，退出 Latchkey 后即会换用。`
    case 'cannot':
      return '此 Latchkey 副本无法查找新版本。请到获取它的地方下载新版本。'
    case 'failed':
      return `Latchkey 未能取得新版本，一天之内会再试。${failedWords(updates.reason)}`
  }
}

/** What came between, where it is known; otherwise in the words that it was told in. */
function failedWords(reason: string): string {
  const code = networkError(reason)
  return code === undefined ? `报告的内容：${reason}` : `未能向更新服务器查询。代码 ${code}`
}

export const settings: Text['settings'] = {
  title: '设置',
  failed: (title) => `未作任何更改：${title}`,
  general: '通用',
  language: '语言',
  languageOfSystem: '跟随系统',
  appearance: '外观',
  appearances: { system: '跟随系统', light: '浅色', dark: '深色' },
  startAtLogin: '登录系统时启动',
  startAtLoginHint: '启动后留在托盘中，不打开窗口。',
  startAtLoginFailed: '系统不允许 Latchkey 更改此项。请在系统的登录项中查找 Latchkey。',
  startAtLoginUnavailable: '只有安装版才能在登录系统时启动。',
  zoom: '缩放',
  zoomHint: '所有窗口中界面的大小。',
  percent: (percent) => `${percent}%`,
  whenClosedTitle: '关闭最后一个窗口时',
  whenClosed,
  trayNow,
  wayBack: (shortcut) =>
    shortcut === undefined
      ? '如需再次打开，请启动 Latchkey。'
      : `如需再次打开，请启动 Latchkey，或按 ${shortcut}。`,
  quickLogin: '快速登录',
  shortcut: '快捷键',
  shortcutHint: '在任何程序中打开快速登录。',
  shortcutNone: '未设置',
  shortcutRecord: '录制快捷键',
  shortcutChange: '更改',
  shortcutClear: '移除快捷键',
  shortcutPress: '请按下按键…',
  shortcutStop: '停止',
  shortcutNeedsModifier: (keys) => `请同时按住其中一个：${keys}。`,
  shortcutUnusable: '这个键不能用于快捷键，请换一个。',
  shortcutSet: (keys) => `按 ${keys} 即可打开快速登录。`,
  shortcutAsked: (keys) => `已向桌面申请 ${keys}。`,
  shortcutUnsure:
    '这组按键是否有效由桌面决定，桌面不会告知结果；桌面自己的设置中可能还留着之前的按键。如果按下后没有反应，请在那里添加一个快捷键，让它运行：',
  shortcutRemoved: '快速登录的快捷键已移除。',
  shortcutProblems,
  health: '账户检查',
  backgroundChecks: '在后台检查账户',
  backgroundChecksHint: '不时询问各个服务，确认你的令牌是否仍然有效，并在服务支持时及时续期。',
  notifications: '有事需要我处理时通知我',
  notificationsHint: '只在需要你处理时通知，其中绝不含令牌。',
  servers: '服务器',
  serversText: '你的账户在哪些服务器上，以及 Latchkey 可以在那里做什么。',
  save: '保存',
  saved: (server) => `“${server}”的设置已保存。`,
  off: '留空则关闭',
  removeServer: '从列表中移除',
  removeServerHint: '请先移除其中的账户。',
  removedServer: (server) => `“${server}”已从列表中移除。`,
  openSite: '打开网站',
  updates: { title: '更新', check: '查看更新', state: updatesState },
  about: '关于',
  version: (version) => `Latchkey ${version}`,
  noSettings: '这里没有可设置的内容。',
}
