/** Cloudreve's words in Simplified Chinese. */
import type { CloudreveWords } from './en'
import { steps } from './zh-Hans-steps'

export const zhHans: CloudreveWords = {
  tagline: '你自己的云盘。按地址添加站点。',
  siteLanguage: 'zh-CN',
  asks: [
    {
      what: '站点的地址',
      why: '任何人都可以运行 Cloudreve 站点。Latchkey 会先查看它提供什么，此时不会发送你的任何信息。',
    },
    {
      what: '邮箱和密码',
      why: '密码在注册时由你设定。多数站点随后会发送一个链接，以证明邮箱属于你。',
    },
    {
      what: '有时还有图片或一次性验证码',
      why: '站点可能会显示程序无法辨认的图片；如果你设置了身份验证器，还会要求它的一次性验证码。之后你的令牌会存入钥匙串。',
    },
  ],
  flows: {
    register: { title: '注册', text: '在此站点注册新账户。' },
    login: {
      title: '登录',
      text: '使用邮箱和密码；如已开启两步验证，还需一次性验证码。',
    },
    verify: {
      title: '激活账户',
      text: '你已收到此站点的邮件，其中有激活链接。',
    },
    reset: { title: '重置密码', text: '站点会发来邮件，用其中的链接设置新密码。' },
    token: {
      title: '添加已有令牌',
      text: '粘贴你已有的刷新令牌。保存之前会先检查。',
    },
  },
  facts: {
    nickname: '昵称',
    group: '用户组',
    status: '状态',
    since: '注册时间',
    used: '已用空间',
    total: '总空间',
    version: '版本',
    signUp: '注册',
    captcha: '人机验证',
    terms: '服务条款',
  },
  addressProblems: {
    'not-an-address': '这不是网址。请像在浏览器中那样输入：cloud.example.com',
    'holds-a-login': '请只输入地址，不要带用户名、@ 或密码。',
  },
  tooOld: (version) => `此站点运行的是 Cloudreve ${version}。Latchkey 支持第 4 版及更高版本。`,
  statuses: {
    active: '正常',
    inactive: '未激活',
    manual_banned: '已被站点封禁',
    sys_banned: '因违反站点规则被封禁',
  },
  signUpOpen: '对所有人开放',
  signUpClosed: '已关闭',
  captchaAt: { signUp: '注册', login: '登录', reset: '重置密码' },
  captchaFact: (kind, asked) => {
    if (asked.length === 0) return '不需要'
    const what = kind === 'image' ? '图形验证码' : kind === 'unknown' ? '在浏览器中' : kind
    return `${what}（${asked.join('、')}时）`
  },
  ...steps,
}
