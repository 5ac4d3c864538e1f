/** Ruuvi Cloud's words in Simplified Chinese. */
import type { RuuviWords } from './en'

export const zhHans: RuuviWords = {
  tagline: 'RuuviTag 传感器的云服务。没有密码，用邮件中的验证码登录。',
  asks: [
    {
      what: '你的邮箱地址',
      why: '没有密码：能读到这个邮箱的邮件，就能登录。',
    },
    {
      what: '邮件中的验证码',
      why: '只有在你按下按钮后，Ruuvi Cloud 才会发送。它只能使用一次，有效期几分钟。',
    },
    {
      what: '没有别的了',
      why: '验证码让你登录；如果还没有账户，会同时注册。令牌存入钥匙串，下次不再需要验证码。',
    },
  ],
  flows: {
    register: {
      title: '注册',
      text: 'Ruuvi Cloud 会把验证码发到你的邮箱。输入后即注册并登录。',
    },
    login: {
      title: '登录',
      text: 'Ruuvi Cloud 会把验证码发到你的邮箱。输入后即登录。',
    },
    verify: {
      title: '输入验证码',
      text: '你已收到 Ruuvi Cloud 的邮件，其中有验证码或链接。',
    },
    reset: {
      title: '重置密码',
      text: 'Ruuvi Cloud 没有密码，因此无需重置。请用新的验证码登录。其他会话在结束之前会一直保持登录：如果担心有人已经进入，请把它们也结束。',
    },
    token: {
      title: '添加已有令牌',
      text: '粘贴你已有的访问令牌。保存之前会先检查。',
    },
  },
  facts: { sensors: '传感器', plan: '套餐' },
  fields: {
    email: '邮箱',
    code: '验证码或链接',
    codeHint: '通常是邮件中的四个字符。整个链接也可以。',
    token: '访问令牌',
    tokenHint: '前面有没有 Bearer 都可以。',
  },
  email: {
    title: { ask: '验证码发到哪里？', known: '发送验证码' },
    ask: 'Ruuvi Cloud 会用邮件发送一个简短的验证码。它可能只在几分钟内有效，请先打开你的邮箱。',
    known: (email) =>
      `Ruuvi Cloud 会把一个简短的验证码发到 ${email}。它可能只在几分钟内有效，请先打开你的邮箱。`,
    submit: '发送验证码',
  },
  code: {
    title: '输入验证码',
    sent: (email) => `Ruuvi Cloud 已把验证码发到 ${email}。请在这里输入，或粘贴链接。`,
    asked: (email) => `已请 Ruuvi Cloud 把验证码发到 ${email}。请在这里输入，或粘贴链接。`,
    notSent: (email) => `请输入 Ruuvi Cloud 发到 ${email} 的验证码。没有发送新邮件。`,
    unknown: '请输入验证码，以及收到它的邮箱。没有发送新邮件。',
    linkUsesUp: '在浏览器中打开链接会用掉验证码：请改为复制链接。',
    submit: '登录',
    resend: '重新发送验证码',
    send: '发送验证码',
    ask: '我还没有验证码',
    sentAgain: (email) => `新的验证码正在发往 ${email}。请使用最新的邮件。`,
    mailUnsure:
      'Ruuvi Cloud 没有应答，因此邮件可能已经发出，也可能没有。请查看邮箱；如果没有收到，请重新发送验证码。',
    codeUnsure:
      '无法确定 Ruuvi Cloud 是否收下了上一个验证码。验证码只能用一次，因此请重新发送验证码；这样做是安全的。',
    strangeHost: (host) =>
      `你粘贴的链接通向 ${host}，那不是 Ruuvi。Latchkey 只用了其中的验证码，而且发给了你的服务器，没有发往那里。请警惕那封邮件。`,
  },
  waiting: {
    sent: (email) => `等待输入发到 ${email} 的验证码。`,
    unsure: (email) => `等待输入可能已发到 ${email} 的验证码。`,
  },
  done: {
    newUser: '这是新的 Ruuvi Cloud 账户，刚刚创建。',
    knownUser: '你原先已有这个 Ruuvi Cloud 账户，现在已登录。',
  },
  token: {
    title: '粘贴你的令牌',
    text: 'Latchkey 会向 Ruuvi Cloud 询问这是谁的令牌，然后存入系统的钥匙串。',
    known: (email) => `它必须属于 ${email}。`,
    submit: '检查并添加',
  },
}
