import type { Text } from '../en'
import { number } from './counting'

export const accountStates: Text['accountStates'] = {
  ready: {
    short: '正常',
    title: '一切正常',
    text: '令牌在你的钥匙串中。',
  },
  expired: {
    short: '已过期',
    title: '令牌已过期',
    text: '不必登录，续期即可。',
  },
  'needs-login': {
    short: '需重新登录',
    title: '你需要重新登录',
    text: '服务不再接受这个令牌。账户及其名称会保留。',
  },
  'needs-verification': {
    short: '待完成',
    title: '还有一步未完成',
    text: '服务在等你完成一步操作，之后账户才能使用。',
  },
  unreachable: {
    short: '未能检查',
    title: '未能联系上服务',
    text: '令牌仍然保留，很可能依然有效。能连上服务后，请再检查一次。',
  },
  blocked: {
    short: '已封禁',
    title: '服务已封禁此账户',
    text: '只有服务才能解除封禁。账户及其令牌会保留在这里。',
  },
  'keychain-locked': {
    short: '钥匙串已锁定',
    title: '钥匙串已锁定',
    text: '令牌在其中很安全，只是无法读取。解锁钥匙串后即可继续。',
  },
  'secret-missing': {
    short: '令牌不可用',
    title: '钥匙串中没有此账户的令牌',
    text: '它在 Latchkey 之外被删除或损坏。请重新登录，取得新令牌。',
  },
}

export const accountBusy: Text['accountBusy'] = {
  checking: '正在检查…',
  refreshing: '正在续期…',
  'logging-in': '正在登录…',
  'logging-out': '正在退出登录…',
  removing: '正在移除…',
}

export const accounts: Text['accounts'] = {
  title: '账户',
  add: '添加账户',
  search: '搜索账户',
  searchHint: '名称、邮箱、服务器或标签',
  clearSearch: '清除搜索',
  noMatch: (query) => `没有与“${query}”匹配的账户。`,
  matches: (count) => `${number(count)} 个账户`,
  active: '当前',
  activeHint: '托盘和你允许的脚本使用的就是它的令牌。',
  facts: '来自服务的信息',
  token: '令牌',
  noToken: '无',
  noTokenText: '这里没有此账户的令牌。账户及其名称会保留。',
  inKeychain: '在你的钥匙串中',
  inMemory: '在内存中，直到 Latchkey 退出',
  readyOutOfReach: '令牌在你的钥匙串中，只是钥匙串暂时无法访问。什么都没有丢失。',
  readyInMemory: '令牌在内存中，直到 Latchkey 退出。',
  readyAccepted: '它已获服务认可。',
  tokenExpires: (when) => `将于 ${when} 过期`,
  tokenExpired: (when) => `已于 ${when} 过期`,
  tokenNoExpiry: '服务未设过期时间',
  checked: (when) => `${when}检查过`,
  neverChecked: '尚未检查',
  lastVerified: (at) => `上次确认有效：${at}`,
  neverVerified: '服务尚未确认令牌有效',
  server: '服务器',
  email: '邮箱',
  lastUsed: '上次使用',
  makeActive: '设为当前账户',
  copyToken: '复制令牌',
  logInAgain: '重新登录',
  check: '立即检查',
  refresh: '续期令牌',
  logOut: '退出登录',
  remove: '移除',
  more: '更多操作',
  goOn: '继续',
  waitingFor: (sentence, when) => `${sentence.replace(/。$/, '')}\u00a0· ${when}`,
  waitingSince: (when) => `${when}开始等待`,
  openSite: '打开网站',
  unknownServer: '未知服务器',
  unknownService: '未知服务',
  unknownPlace: 'Latchkey 已不认识此账户的服务器。账户及其令牌会保留在这里。',
  done: {
    activated: (label) => `“${label}”已设为当前账户。`,
    checked: (label) => `“${label}”一切正常。`,
    refreshed: (label) => `“${label}”已获得新令牌。`,
    loggedIn: (label) => `“${label}”已登录。`,
    passwordForgotten: (label) => `已清除为“${label}”记住的密码。`,
    loggedOut: (label) => `“${label}”已退出登录，账户仍在列表中。`,
  },
  failed: (label, title) => `${label}：${title}`,
  removal: {
    told: (label) => `“${label}”已从列表中移除。`,
    withLogOut: (service) =>
      `尚未删除任何内容。倒计时结束后，Latchkey 会退出登录并删除令牌；账户仍在 ${service}。`,
    withoutLogOut: (service) =>
      `尚未删除任何内容。倒计时结束后，Latchkey 会删除这里的令牌。${service} 不提供退出登录，复制出去的令牌依然有效。`,
    withoutToken: '这里没有它的令牌。账户本身仍在服务上。',
    undoWithin: (seconds) => `可在 ${number(seconds)} 秒内撤销。`,
    undo: '撤销',
    undoOf: (label) => `撤销移除“${label}”`,
    now: '立即移除',
    nowOf: (label) => `立即移除“${label}”`,
    undone: (label) => `“${label}”已回到列表中。`,
    allUndone: (count) => `${number(count)} 个账户已回到列表中。`,
    undoAll: '全部撤销',
    unfold: '全部显示',
    fold: '收起',
    failedThere:
      '账户仍在列表中。你依然可以在这里移除它；它在服务上的会话将自行结束，也可能一直不结束。',
    anyway: '仍要移除',
    anywayOf: (label) => `仍要移除“${label}”`,
    again: '重试',
    againOf: (label) => `重试移除“${label}”`,
  },
  logOutConfirm: {
    title: (label) => `要让“${label}”退出登录吗？`,
    text: '服务上的会话会结束，这里的令牌会删除。账户仍在列表中。',
    confirm: '退出登录',
    cancel: '保持登录',
  },
}

export const home: Text['home'] = {
  title: '你的账户',
  attention: '需要处理',
  inUse: '当前账户',
  inUseHint: '每个服务器一个。托盘和你允许的脚本使用的就是它的令牌。',
  nothing: '一切正常。',
  byState: '按状态查看账户：选择一种状态，列表中只显示这些账户',
  states: {
    ready: '正常',
    expired: '已过期',
    'needs-login': '需重新登录',
    'needs-verification': '待完成',
    unreachable: '未能检查',
    blocked: '已封禁',
    'keychain-locked': '钥匙串已锁定',
    'secret-missing': '令牌不可用',
  },
  choose: '从列表中选择一个账户，或添加新的账户。',
  overview: (total, ready) =>
    ready === total
      ? `${number(total)} 个账户，${total === 1 ? '' : '全部'}正常。`
      : `${number(total)} 个账户，${number(ready)} 个正常。`,
  first: {
    title: '每个账户，一键直达',
    sentences: [
      '令牌存放在这台电脑自己的钥匙串中。只有你要求时才会记住密码，而且也只存放在那里。',
      '账户列表（服务、邮箱、名称）是本机上的一个普通文件，不含任何机密。',
    ],
    talksTo: {
      services: 'Latchkey 没有自己的服务器：除了你添加的服务，它不与任何人通信。',
      alsoUpdates: '除了你添加的服务，Latchkey 只会每天查询一次更新服务器。',
    },
    begin: '从一个服务开始',
    list: '你的账户会显示在这里。',
    sandbox:
      '这份 Latchkey 附带沙盒，在你添加其他服务器的账户之前会默认选中它：它接受虚构的邮箱地址，邮件会送到本机的邮箱。',
    mailbox: '打开沙盒邮箱',
  },
}
