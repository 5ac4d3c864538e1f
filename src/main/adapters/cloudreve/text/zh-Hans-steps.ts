/** What the steps say, in Simplified Chinese. */
import type { steps as english } from './en-steps'

/** A captcha by the name that people know, with the blanks that Latin letters stand between. */
function captcha(kind: string): string {
  return kind === 'unknown' ? '人机验证' : ` ${kind} 验证`
}

export const steps: typeof english = {
  fields: {
    email: '邮箱',
    password: '密码',
    newPassword: '密码',
    newPasswordHint: '6 到 64 个字符。',
    language: '语言',
    languageHint: '用于站点的页面和邮件。',
    captcha: '图片中的字符',
    captchaHint: '如果是算式，请填写结果。',
    activationLink: '激活链接',
    resetLink: '邮件中的链接',
    linkHint: '在邮件中右键点击按钮，复制链接地址。',
    code: '一次性验证码',
    codeHint: '身份验证器显示的六位数字。',
    token: '刷新令牌',
    tokenHint: '只粘贴令牌，或粘贴包含它的 JSON。',
  },
  actions: {
    newCaptcha: '换一张',
    openSite: '打开网站',
    resend: '重新发送邮件',
    opened: '我已打开链接',
    tryLogin: '尝试登录',
    signUpAgain: '重新注册',
    forgot: '忘记密码',
    ways: '此账户如何登录？',
    back: '返回',
  },
  signUp: {
    title: '注册',
    text: (site) => `在“${site}”注册账户。有的站点会发来邮件，其中有链接。`,
    known: (site, email) => `在“${site}”用 ${email} 注册账户。`,
    terms: (url) => `注册即表示你接受站点的条款：${url}`,
    submit: '注册',
  },
  signUpUnsure: {
    title: '账户创建了吗？',
    text: (site, email) =>
      `“${site}”没有应答，因此 ${email} 的账户可能已经创建，也可能没有。请先尝试登录，这不会改变任何东西。如果账户不存在，再重新注册；同一邮箱在这里不会有两个账户。`,
    waiting: (email) => `无法确定 ${email} 的账户是否已创建。`,
  },
  signUpInBrowser: {
    title: '在浏览器中注册',
    text: (site, kind) =>
      `在“${site}”注册需通过${captcha(kind)}，这只能在它自己的页面上进行。请打开网站，在那里注册，然后回到这里继续。`,
    submit: '我已注册，去登录',
  },
  activate: {
    title: '激活账户',
    sent: (site, email) =>
      `“${site}”已向 ${email} 发送邮件。请粘贴其中的链接，或在浏览器中打开它，再到这里确认。链接 24 小时内有效。`,
    asked: (site, email) =>
      `已请“${site}”向 ${email} 发送邮件。请粘贴其中的链接，或在浏览器中打开它，再到这里确认。链接 24 小时内有效。`,
    sentAgain: (site, email) =>
      `${email} 已有一个尚未激活的账户，因此“${site}”重新发送了邮件。请粘贴其中的链接，或在浏览器中打开它，再到这里确认。`,
    firstPasswordStays: '最初设置的密码不变，你刚才输入的密码不会使用。',
    earlier: (site, email) =>
      `请粘贴“${site}”发到 ${email} 的激活链接，或在浏览器中打开它，再到这里确认。没有发送新邮件。`,
    unknown: (site) => `请粘贴“${site}”发来的激活链接，以及收到它的邮箱。没有发送新邮件。`,
    mailFailed: (email) =>
      `${email} 的账户已准备好，但邮件未能发出。请重新发送，或询问站点的管理者。`,
    mailUnsure:
      '站点没有应答，因此邮件可能已经发出，也可能没有。请查看邮箱；如果没有收到，请重新发送。',
    unsure: '站点没有应答，因此账户可能已经激活，也可能没有。请尝试登录，这不会改变任何东西。',
    done: '你的账户已激活。',
    already: '你的账户已经激活过。',
    submit: '激活',
    waiting: (email) => `等待发到 ${email} 的激活链接。`,
  },
  resend: {
    title: '重新发送激活邮件',
    text: (site, email) => `再次用 ${email} 注册时，“${site}”就会发送这封邮件。`,
    password:
      '这需要一个密码。如果账户已存在，站点不会使用这个密码，最初设置的密码不变；如果不存在，就用这个密码创建账户。',
    submit: '发送邮件',
    sent: (email) => `邮件已重新发到 ${email}。请使用最新的那封。`,
  },
  login: {
    title: '登录',
    text: (site) => `登录你在“${site}”的账户。`,
    known: (site, email) => `以 ${email} 登录“${site}”。`,
    remembered: '这里仍记得你设置的密码。',
    hasPassword: '此账户用密码登录，因此你输入的密码不正确。你可以重置密码。',
    noPassword:
      '此账户没有密码，用通行密钥或其他服务登录，这只能在站点自己的页面上进行。请在那里登录，再把它的刷新令牌添加到这里。',
    accountMade: '你的账户已创建。',
    submit: '登录',
  },
  secondFactor: {
    title: '输入一次性验证码',
    text: (site, email) => `“${site}”需要对 ${email} 再作一次验证。你有 10 分钟时间。`,
    submit: '登录',
  },
  askReset: {
    title: '重置密码',
    text: (site) => `“${site}”会发来邮件，用其中的链接设置新密码。`,
    known: (site, email) => `“${site}”会向 ${email} 发送邮件，用其中的链接设置新密码。`,
    submit: '发送邮件',
  },
  reset: {
    title: '设置新密码',
    sent: (site, email) =>
      `“${site}”已向 ${email} 发送邮件。请粘贴其中的链接，并设置新密码。链接一小时内有效，而且只有最新的有效。`,
    asked: (site, email) =>
      `已请“${site}”向 ${email} 发送邮件。请粘贴其中的链接，并设置新密码。链接一小时内有效，而且只有最新的有效。`,
    inBrowser: (site, kind) =>
      `“${site}”发送邮件前需通过${captcha(kind)}，这只能在它自己的页面上进行。请打开网站，在那里请求邮件，再把邮件中的链接粘贴到这里。`,
    mailUnsure:
      '站点没有应答，因此邮件可能已经发出，也可能没有。请查看邮箱；如果没有收到，请重新发送。',
    unsure:
      '站点没有应答，因此新密码可能已经设置，也可能没有。请用它尝试登录，这不会改变任何东西。',
    done: '新密码已设置。',
    submit: '设置密码',
    waiting: (email) => `等待发到 ${email} 的新密码链接。`,
  },
  token: {
    title: '粘贴你的令牌',
    text: (site) =>
      `Latchkey 会在“${site}”用它换取一对新令牌，查明它们属于谁，再存入系统的钥匙串。`,
    known: (email) => `它必须属于 ${email}。`,
    where:
      '在已登录该站点的浏览器中打开开发者工具，依次进入“应用”（Application）或“存储”（Storage）、“本地存储”（Local Storage），复制 cloudreve_session 的值。',
    because: (site, kind) =>
      `登录“${site}”需通过${captcha(kind)}，这只能在它自己的页面上进行。请打开网站，在那里登录，再把它的令牌带到这里。`,
    accessOnly: '这是访问令牌。它几小时内就会过期，而且无法续期；请粘贴与它一起给出的刷新令牌。',
    submit: '检查并添加',
  },
  nameAccount: {
    title: '这是谁的账户？',
    text: (nickname) =>
      `令牌有效${nickname === undefined ? '' : `，属于“${nickname}”`}，但站点没有告知邮箱地址。要把它列在哪个邮箱下？`,
    submit: '添加',
  },
  strangeHost: (host) =>
    `你粘贴的链接通向 ${host}，那不是此站点。Latchkey 只用了其中需要的部分，而且发给了你的站点，没有发往那里。请警惕那封邮件。`,
}
