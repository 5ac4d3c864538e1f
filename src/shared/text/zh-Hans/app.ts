import type { Text } from '../en'

/** Only a host that is not meant for everyday use has a badge. */
const hostBadge: Text['app']['hostBadge'] = {
  electron: undefined,
  chromium: { label: 'Chromium 宿主', text: '仅供开发和测试' },
}

/** What the system calls a window, where it lists them. */
const windowTitles: Text['app']['windowTitles'] = {
  main: 'Latchkey',
  'quick-login': 'Latchkey：快速登录',
  settings: 'Latchkey：设置',
  unlock: 'Latchkey：已锁定',
}

export const app: Text['app'] = {
  name: 'Latchkey',
  windowTitles,
  skip: '跳到主要内容',
  back: '返回',
  home: '概览',
  settings: '设置',
  close: '关闭',
  dismiss: '关闭消息',
  notices: '消息',
  mailbox: '沙盒邮箱',
  hostBadge,
  loading: '正在打开你的账户…',
  failed: 'Latchkey 的窗口未能取得数据',
  tryAgain: '重试',
  mistake: {
    title: '此界面出错了',
    text: '你的账户和令牌不受影响。请重新打开此界面；如果再次出错，请向我们反馈。',
    reload: '重新打开',
  },
}
