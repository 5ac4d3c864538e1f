import type { Text } from '../en'

export const fieldProblems: Text['fieldProblems'] = {
  required: '此项必填。',
  'not-an-email': '这不像是邮箱地址。',
  'too-short': '太短。',
  'too-long': '太长。',
  'not-a-choice': '请从列表中选择。',
  'not-a-token': '这不是令牌：令牌中没有空格、换行或特殊字符。请重新复制。',
}

export const flow: Text['flow'] = {
  names: {
    register: '注册',
    login: '登录',
    verify: '验证邮箱',
    reset: '重置密码',
    token: '添加已有令牌',
  },
  tooShortBy: (minimum) => `至少 ${minimum} 个字符。`,
  tooLongBy: (maximum) => `最多 ${maximum} 个字符。`,
  optional: '选填',
  codeLength: (expected, actual) =>
    `验证码应为 ${expected} 个字符，这里有 ${actual} 个。你仍然可以提交。`,
  paste: '粘贴',
  pasteInto: (label) => `粘贴到“${label}”`,
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  showToken: '显示令牌',
  hideToken: '隐藏令牌',
  capsLock: 'Caps Lock 已打开。',
  captcha: '图形验证码',
  captchaAlt: '服务绘制的变形字符或简单算式',
  captchaMissing: '图片未能加载。',
  captchaLoading: '正在加载图片…',
  newPicture: '换一张',
  working: '正在处理…',
  stop: '停止',
  stopped: '已停止。已经到达服务的请求，可能已在那里生效。',
  leave: '离开',
  leaveWaiting: '稍后继续',
  waitFor: (time) => `请等待 ${time}`,
  availableIn: (label, time) => `${label}（${time}）`,
  availableNow: (label) => `${label}：现在可用。`,
  canTryAgain: '现在可以重试。',
  ended: {
    title: '此流程已结束',
    text: '它已在别处完成或放弃。',
    back: '返回账户列表',
  },
  done: {
    makeActive: '设为当前账户',
    isActive: '这是当前账户。',
    show: '查看账户',
    addAnother: '再添加一个账户',
  },
  unfinished: '登录即可完成。',
  held: {
    title: '已登录，尚未保存',
    text: '服务已让你登录，但钥匙串没有收下令牌。在你重试之前，令牌暂存在内存中；不必在服务那里重做任何步骤。',
    submit: '保存令牌',
  },
  outcome: {
    title: '你已登录',
    text: '令牌在你的钥匙串中。',
  },
  outcomeInMemory: {
    title: '你已登录',
    text: '令牌在内存中，直到 Latchkey 退出；之后需重新登录。',
  },
  at: (service, server) =>
    server.toLowerCase().includes(service.toLowerCase()) ? server : `${service} · ${server}`,
}

export const add: Text['add'] = {
  title: '添加账户',
  chooseService: '哪个服务？',
  chooseServer: '服务器',
  chooseFlow: '你想做什么？',
  other: '其他方式',
  back: '其他服务',
  serverKinds: {
    production: '正式服务器',
    test: '测试服务器',
    site: '站点',
    sandbox: '沙盒',
  },
  addSite: '添加站点',
  addressLabel: '站点地址',
  addressHint: '与在浏览器中输入的相同，例如 cloud.example.org',
  addressSubmit: '查找',
  addressBusy: '正在查找…',
  siteAdded: (name) => `“${name}”已添加。`,
  noSites: '站点由许多不同的人运营。请添加你的账户所在的那个。',
  found: '此站点的信息',
  unavailable: '此服务不提供',
  instead: (title) => `改为${title}`,
}
