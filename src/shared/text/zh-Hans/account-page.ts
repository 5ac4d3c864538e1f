import type { Text } from '../en'
import { number } from './counting'

/** Words of an account's own page that no other screen needs. */
export const accountPage: Text['accountPage'] = {
  copyAs: '复制为',
  copyForms: {
    token: '令牌',
    header: 'Authorization 请求头',
    curl: 'curl 命令',
  },
  copied: {
    token: (label, seconds) => copied(`“${label}”的令牌`, seconds),
    header: (label, seconds) => copied(`含“${label}”令牌的请求头`, seconds),
    curl: (label, seconds) => copied(`“${label}”的 curl 命令`, seconds),
  },
  life: {
    expires: (when) => `${when}过期`,
    renewed: (when) => `${when}过期，届时自动续期`,
    soon: (when) => `${when}过期。在此之前重新登录，使用就不会中断。`,
  },
  accepted: '上次确认有效',
  never: '尚未确认',
  password: '密码',
  passwordKept: '已记在你的钥匙串中',
  forgetPassword: '清除密码',
  history: {
    title: '历史记录',
    accepted: (share, since) => `自 ${since}起，服务在 ${share} 的时间里认可令牌。`,
    health: { accepted: '有效', rejected: '被拒绝', none: '没有已确认的令牌' },
    span: (health, from, to) => `${health}：${from}至 ${to}`,
    today: '今天',
    more: (count) => `再显示 ${number(count)} 条`,
    kinds: {
      created: '添加到 Latchkey',
      verified: '首次确认有效',
      'logged-in': '已登录',
      refreshed: '令牌已续期',
      imported: '令牌来自备份',
      rejected: '令牌被拒绝',
      'logged-out': '已退出登录',
    },
  },
  sessions: {
    title: '已登录的位置',
    text: (service) => `${service} 保存着一份会话列表。你需要时，Latchkey 才会去取。`,
    show: '显示列表',
    again: '再次询问',
    loading: '正在询问服务…',
    count: (count) => (count === 1 ? '只在这里登录。' : `共有 ${number(count)} 处登录。`),
    none: '服务没有列出任何会话。',
    here: '本会话',
    began: (date) => `始于 ${date}`,
    unknown: '没有日期的会话',
    used: (when) => `上次使用：${when}`,
    end: '结束',
    endNamed: (session) => `结束：${session}`,
    endAll: '结束其他所有会话',
    stop: '停止',
    progress: (done, all) => `正在结束第 ${number(done + 1)} 个会话，共 ${number(all)} 个…`,
    ended: '已结束',
    told: (ended, failed) =>
      failed === 0
        ? `已结束 ${number(ended)} 个会话。`
        : `${number(ended)} 个已结束，${number(failed)} 个未能结束。`,
    ask: {
      title: (count) => `要结束其他 ${number(count)} 个会话吗？`,
      text: '使用这些会话的人需要在那里重新登录。Latchkey 保持登录。',
      confirm: '结束其他所有会话',
      cancel: '保留',
    },
  },
}

function copied(what: string, seconds: number): string {
  return `${what}已复制，${seconds} 秒后将从剪贴板中清除。`
}
