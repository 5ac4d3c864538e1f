import type { Text } from '../en'
import { accountStates } from './accounts'
import { number } from './counting'

/** The active account of a server is marked in menus with this; it reads well in every font. */
const activeMark = '✓'

/** Words of the tray and of its quick login. */
export const tray: Text['tray'] = {
  tooltip: (needsYou, keychainLocked) => {
    const parts = [
      ...(keychainLocked ? ['钥匙串已锁定'] : []),
      ...(needsYou > 0 ? [`${number(needsYou)} 个账户需要处理`] : []),
    ]
    return parts.length === 0 ? 'Latchkey' : `Latchkey：${parts.join('，')}`
  },
  locked: 'Latchkey 已锁定',
  unlock: '解锁…',
  lock: '锁定',
  open: '打开 Latchkey',
  quickLogin: '快速登录…',
  settings: '设置…',
  quit: '退出 Latchkey',
  checkAll: '检查所有账户',
  stopChecking: '停止检查所有账户',
  addAccount: '添加账户…',
  allAccounts: '所有账户…',
  noAccounts: '还没有账户',
  account: ({ label, where, state, active }) => {
    const marker = active ? `${activeMark} ` : ''
    const told = state === undefined || state === 'ready' ? '' : ` · ${accountStates[state].short}`
    return `${marker}${label}（${where}）${told}`
  },
  copyToken: (label) => `复制“${label}”的令牌`,
  openToCopy: (label) => `打开“${label}”以复制其令牌`,
  waiting: (label, text) => `${label}：${text}`,
  keychainLocked: '钥匙串已锁定',
  facts: (facts) => facts.join(' · '),
  fact: (label, value) => `${label}：${value}`,
  usedOf: (used, total) => `已用 ${used}，共 ${total}`,
  notices: {
    title: 'Latchkey',
    active: (label) => `“${label}”已设为当前账户。`,
    refreshed: (label) => `“${label}”已设为当前账户，并获得新令牌。`,
    loggedIn: (label) => `“${label}”已设为当前账户，并已登录。`,
    copied: (label) => `“${label}”的令牌已复制。`,
    stillCopied: '复制的令牌可能还在剪贴板中。复制其他内容即可将它替换。',
    needsYou: (label, state) => `${label}：${state}`,
    failed: (label, title) => `${label}：${title}`,
  },
}

/** Words of the application's menu. */
export const menu: Text['menu'] = {
  file: '文件',
  edit: '编辑',
  view: '视图',
  help: '帮助',
  shortcuts: '键盘快捷键',
  about: '关于 Latchkey',
  services: '服务',
  hide: '隐藏 Latchkey',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  window: '窗口',
  minimize: '最小化',
  zoomWindow: '缩放',
  allToFront: '前置全部窗口',
  developerTools: '开发者工具',
  addAccount: '添加账户…',
  settings: '设置…',
  lock: '立即锁定',
  close: '关闭窗口',
  quit: '退出 Latchkey',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  hideAddresses: '隐藏邮箱地址',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
}

/** What stands in the system's own window about the program. */
export const about: Text['about'] = {
  licence: '以 MIT 许可证发布的自由软件，不提供任何担保。',
  credits: ({ electron, chromium, node }) =>
    [
      '令牌存放在系统的钥匙串中，只会交给它所属的服务。',
      `使用 Electron ${electron}、Chromium ${chromium}、Node ${node}、React 和 keytar 构建。`,
      '源代码中的 docs/dependencies.md 列出了每个软件包及其许可证。',
    ].join('\n'),
}

/** Dialogs that come before or beside any window. */
export const dialogs: Text['dialogs'] = {
  title: 'Latchkey',
  startFailed: 'Latchkey 未能启动',
  startFailedText: (reason) => `没有任何更改。${reason}`,
  startRefused: {
    runsAlready: 'Latchkey 已在运行，但没有响应。请退出它，或等它结束，然后重新启动。',
    noLock: (folder) =>
      `无法确认它没有重复运行。请确认你可以写入 ${folder} 和临时文件夹，并且还有空间。`,
  },
}
