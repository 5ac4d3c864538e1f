import type { Text } from '../en'

/** Words of the settings for what others get to see, and of diagnostics. */

export const privacy: Text['privacy'] = {
  title: '隐私与屏幕',
  hideAddresses: '隐藏邮箱地址',
  hideAddressesHint:
    '在窗口、托盘和通知中显示为 k…@example.com，适合会被他人看到的屏幕。搜索仍能找到完整地址。',
  anywhere: '在 Latchkey 的任何窗口中：',
  contentProtection: '在截图中隐藏窗口',
  contentProtectionHint: {
    mac: '截图和共享屏幕中不会出现 Latchkey 的窗口。某些较新的程序仍可能录到。',
    windows: '截图和共享屏幕中不会出现 Latchkey 的窗口，或显示为黑色。',
  },
  contentProtectionUnavailable: '在 Linux 上无法做到。请改为隐藏邮箱地址。',
  clipboard: '从剪贴板清除复制的令牌',
  clipboardHint: {
    linux:
      '仅当令牌还在剪贴板中时；Latchkey 锁定或退出时也会清除。在 Wayland 下，只有位于最前的窗口才能清除。Latchkey 在后台或锁定时可能无法清除：届时会告知你，并在你回来时清除。退出后令牌可能仍留在剪贴板中。',
    mac: '仅当令牌还在剪贴板中时；Latchkey 锁定或退出时也会清除。',
    windows: '仅当令牌还在剪贴板中时；Latchkey 锁定或退出时也会清除。',
  },
  after: (seconds) =>
    seconds < 60 || seconds % 60 !== 0 ? `${seconds} 秒后` : `${seconds / 60} 分钟后`,
}

export const diagnostics: Text['diagnostics'] = {
  title: '诊断信息',
  hint: '用于反馈问题。复制之前，你会看到将要复制的内容。',
  open: '复制诊断信息…',
  text: '这就是将要复制的全部文字。其中没有令牌和密码，邮箱地址和你自己的站点都已遮盖。',
  whatIsCopied: '将要复制的内容',
  copy: '复制',
  copied: '已复制。',
  close: '关闭',
  showLog: '打开日志文件夹',
}
