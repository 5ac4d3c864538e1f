import type { Text } from '../en'
import { number } from './counting'

/** Whether Latchkey hears of a locked screen is for the system to say. */
const withScreenHint: Text['lock']['withScreenHint'] = {
  linux: '桌面告知屏幕已锁定时生效，大多数桌面都会告知。',
  mac: '屏幕锁定，或切换到其他用户的会话时生效。',
  windows: '按 Win+L，或 Windows 自行锁定屏幕时生效。',
}

/** Words about the lock: what is set, what is under way, and the window that unlocks. */
export const lock: Text['lock'] = {
  title: '锁定',
  off: {
    title: '未设置口令',
    text: '设置口令后，每个令牌和已记住的密码都会先加密，再放入钥匙串。没有口令，无论在这台电脑上还是从磁盘副本中，谁都无法读取。',
    begin: '设置口令…',
  },
  turnOn: {
    title: '设置口令',
    noWayBack: '忘记口令便无法挽回',
    noWayBackText: '没有人能重置忘记的口令。你的账户会留在列表中，但每一个都需要重新登录。',
    submit: '设置口令并加密',
  },
  open: {
    title: '你的令牌受口令保护',
    text: '钥匙串中的每个令牌和已记住的密码都已加密。Latchkey 锁定期间，谁也无法解开。',
    oldCopy:
      '由于磁盘拒绝更新，此磁盘上的锁副本仍可用你之前的口令打开。Latchkey 会在你解锁或启动它时重试。',
    lockNow: '立即锁定',
    change: '更改口令…',
    turnOff: '移除口令…',
  },
  change: {
    title: '更改口令',
    text: '立即生效，令牌无需重新加密。',
    submit: '更改口令',
    done: '口令已更改',
  },
  turnOff: {
    title: '移除口令',
    text: '每个令牌都会照原样放回钥匙串，只由钥匙串保护。',
    submit: '移除口令',
  },
  cancel: '取消',
  empty: '请输入口令。',
  resealing: {
    progress: '进度',
    title: { sealed: '正在加密你的令牌…', clear: '正在移除口令…' },
    text: {
      sealed: '你可以继续使用。如果 Latchkey 中断，会在下次解锁后继续。',
      clear: '你可以继续使用。在最后一个令牌照原样回到钥匙串之前，口令依然有效。',
    },
    told: (done, total) => `${number(done)} / ${number(total)} 个账户`,
    stop: '停止',
  },
  stopped: {
    title: { sealed: '还有令牌尚未加密', clear: '口令尚未移除' },
    text: {
      sealed: '其余令牌仍只由钥匙串保护。',
      clear: '其余令牌仍用它加密。',
    },
    at: (account, why) => (account === undefined ? `${why}。` : `${account}：${why}。`),
    tooLarge: {
      title: '令牌加密后太长，钥匙串放不下',
      text: '请移除此账户，或移除口令。',
    },
    missing: {
      title: '钥匙串中没有它的令牌或记住的密码',
      text: '它可能加密存放在另一个钥匙串中，因此口令仍保留。请打开那个钥匙串再继续，或重新登录此账户，或将其移除。',
    },
    goOn: '继续',
    settings: '锁定设置',
  },
  idle: {
    label: '自动锁定',
    hint: '键盘和鼠标闲置达到此时间后锁定。',
    minutes: (minutes) => (minutes === 60 ? '1 小时' : `${number(minutes)} 分钟`),
    never: '从不',
  },
  onSuspend: '电脑睡眠前锁定',
  withScreen: '随屏幕锁定',
  withScreenHint,
  hideAddresses: '锁定时隐藏托盘中的邮箱地址',
  hideAddressesHint: '此时托盘只显示 Latchkey 已锁定。',
  unlock: {
    title: 'Latchkey 已锁定',
    text: '输入口令，查看你的账户。',
    submit: '解锁',
    wait: (time) => `请等待 ${time}`,
    tries: (failed) => `自上次解锁以来，输错口令 ${number(failed)} 次。`,
    forgotten: '忘记口令？',
    forgottenText:
      '没有人能解开用它加密的内容。要重新开始，请退出 Latchkey，并删除其文件夹中的“lock.json”和“lock.json.bak”：账户会留在列表中，你需要逐一重新登录。',
    opened: 'Latchkey 已解锁',
    toMain: '显示我的账户',
  },
  elsewhere: '解锁…',
}
