/** IPCola's words in Simplified Chinese. */
import type { IpcolaWords } from './en'

export const zhHans: IpcolaWords = {
  tagline: '代理服务。注册和重置密码需要邮件中的 16 位验证码。',
  asks: [
    {
      what: '邮件中的验证码',
      why: '它证明这个邮箱属于你。你在 IPCola 自己的网站上获取，由 IPCola 发送；注册和重置密码时需要。',
    },
    {
      what: '密码',
      why: '注册时由你设定。只有在你要求时 Latchkey 才会保存它，而且只保存在你的钥匙串中。',
    },
    {
      what: '辨认图片',
      why: 'IPCola 每次登录都会显示一张图片，防止程序反复试密码。只有你能回答；之后你的令牌会存入钥匙串。',
    },
  ],
  flows: {
    register: {
      title: '注册',
      text: '需要 IPCola 发到邮箱的验证码。请先打开你的邮箱。',
    },
    login: {
      title: '登录',
      text: '使用邮箱、密码和图形验证码。',
    },
    verify: {
      title: '验证邮箱',
      text: 'IPCola 在注册或重置密码时，用邮件中的验证码验证邮箱。除此之外没有需要验证的，请直接注册。',
    },
    reset: {
      title: '重置密码',
      text: '需要 IPCola 发到邮箱的验证码。之后用新密码登录。',
    },
    token: {
      title: '添加已有令牌',
      text: '粘贴你已有的令牌。保存之前会先检查。',
    },
  },
  facts: {
    id: '用户编号',
    created: '注册时间',
    country: '注册地',
    roles: '角色',
    'account-limit': '账户上限',
    'whitelist-limit': '白名单上限',
    'reference-key': '你的推荐码',
  },
  fields: {
    email: '邮箱',
    password: '密码',
    newPassword: '新密码',
    newPasswordHint: 'IPCola 没有公布密码规则。越长越好。',
    vcode: '邮件中的验证码',
    vcodeHint: '共 16 位。请从最新的邮件中复制并粘贴。',
    referenceKey: '推荐码',
    referenceKeyHint: '仅当有人向你推荐 IPCola 时填写。',
    captcha: '图片中的内容是什么？',
    captchaHint: '如果是算式，请填写结果。',
    token: '令牌',
    tokenHint: '前面有没有 Bearer 都可以。',
    tokenEmail: '账户的邮箱',
    tokenEmailHint: '仅当 IPCola 没有告知时才需要。',
  },
  address: {
    register: { title: '用哪个邮箱注册？', text: '验证码会发到那里。' },
    reset: { title: '重置谁的密码？', text: '验证码会发到此邮箱。' },
    known: (email) => `将为 ${email} 创建账户，验证码会发到那里。`,
    submit: '继续',
  },
  vcode: {
    register: { title: '输入验证码，设置密码', submit: '注册' },
    reset: { title: '输入验证码，设置新密码', submit: '设置新密码' },
    byHand: (email) =>
      `IPCola 会把验证码发到 ${email}。程序应如何请求发送，没有任何文档说明，因此 Latchkey 无法代劳。请用此邮箱在 IPCola 的网站上获取，然后粘贴到这里。`,
    bySettings: (email) => `IPCola 会把验证码发到 ${email}。请先点“发送验证码”，再粘贴到这里。`,
    sent: (email) => `已请 IPCola 把验证码发到 ${email}。请粘贴到这里。`,
    send: '发送验证码',
    sendAgain: '重新发送验证码',
    sentNow: '验证码正在发送。请使用最新的邮件。',
    openSite: '打开 IPCola 的网站',
    logIn: '改为登录',
    tryLogIn: '尝试登录',
    unsure: {
      register:
        '无法确定账户是否已创建。请先用刚设置的密码尝试登录；只有登录不了，才用新的验证码重新注册。',
      reset: '无法确定新密码是否生效。请先用它尝试登录；只有登录不了，才用新的验证码再次重置。',
    },
  },
  login: {
    title: '登录',
    text: 'IPCola 每次登录都会显示图形验证码。',
    known: (email) => `以 ${email} 登录。IPCola 每次登录都会显示图形验证码。`,
    after: {
      register: (email) => `账户 ${email} 已创建，但 IPCola 没有给出令牌。请填写图形验证码登录。`,
      reset: (email) => `${email} 的新密码已设置。请填写图形验证码，用新密码登录。`,
      unsure: (email) => `请填写图形验证码，用刚设置的密码尝试以 ${email} 登录。`,
    },
    submit: '登录',
    newPicture: '换一张',
    otherPassword: '使用其他密码',
  },
  waiting: {
    register: (email) => `等待发到 ${email} 的验证码。`,
    reset: (email) => `等待发到 ${email} 的密码重置验证码。`,
    login: (email) => `以 ${email} 登录即可完成。`,
  },
  token: {
    title: '粘贴你的令牌',
    text: 'Latchkey 会向 IPCola 询问这是谁的令牌，然后存入系统的钥匙串。',
    known: (email) => `它必须属于 ${email}。`,
    submit: '检查并添加',
  },
  settings: {
    vcodeMethod: {
      label: '请求验证码的方法',
      hint: '如何请 IPCola 发送验证码，没有任何文档说明。如果你知道，请填在这里。',
    },
    vcodePath: {
      label: '请求验证码的路径',
      hint: '以 / 开头。留空则关闭，此时请在 IPCola 的网站上获取验证码。',
    },
    vcodeBody: {
      label: '请求验证码的正文',
      hint: 'POST 使用的 JSON，在邮箱的位置写 {email}。',
    },
    notAMethod: '请选择 POST 或 GET。',
    notAPath: '请输入此服务器上的路径：以单个 / 开头，不含空格。',
    notJson: '请输入 JSON 对象，例如 {"email": "{email}"}。',
    noMark: '请在邮箱的位置写 {email}。',
  },
}
