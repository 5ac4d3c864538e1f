import type { Text } from '../en'
import { number } from './counting'

/** Words about the check of all accounts, and about what the system's notifications tell. */
export const health: Text['health'] = {
  title: '检查全部',
  text: '询问每个服务是否仍接受你的令牌；每个服务器同时检查两个账户。',
  begin: '检查所有账户',
  again: '再次检查',
  cancel: '停止',
  progress: '已检查的账户',
  running: (done, total) => `已检查 ${number(done)} 个，共 ${number(total)} 个`,
  pause: (server, when) => `“${server}”要求暂停。将于 ${when} 继续。`,
  ended: (when) => `${when}检查过`,
  cancelled: (done, total, when) =>
    `${when}停止，已检查 ${number(done)} 个，共 ${number(total)} 个`,
  nothing: '没有可供检查的令牌。',
  outcome: {
    fine: (count) => `${number(count)} 个正常`,
    needs: (count) => `${number(count)} 个需要处理`,
    notAsked: (count) => `${number(count)} 个未能检查`,
    locked: (count) => `${number(count)} 个在等待钥匙串`,
  },
  show: '显示',
  hide: '收起',
  more: (count) => `还有 ${number(count)} 个`,
  expiring: '一天内过期',
  expiringText: (count) => `${count === 1 ? '此' : '这些'}令牌无法续期。请在过期前重新登录。`,
  expires: (when) => `${when}过期`,
}

/** A system notification may be read on a locked screen: it names an account by its label and no more. */
export const notices: Text['notices'] = {
  needsOne: (label) => `“${label}”需要你处理`,
  needsMany: (count) => `${number(count)} 个账户需要你处理`,
  needsOneText: (state) => `${state}。点击打开账户。`,
  needsManyText: '点击查看是哪些账户。',
  expiresOne: (label) => `“${label}”的登录即将失效`,
  expiresOneText: '它的令牌一天内过期，且无法续期。点击打开账户。',
  expiresMany: (count) => `${number(count)} 个账户的登录即将失效`,
  expiresManyText: '它们的令牌一天内过期，且无法续期。点击查看是哪些账户。',
  namelessText: 'Latchkey 已锁定。点击解锁。',
}
