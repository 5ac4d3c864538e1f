import type { Text } from '../en'

/** Words about passwords that the person has asked to have remembered. */
export const passwords: Text['passwords'] = {
  remember: '记住此密码，用于快速登录',
  rememberHint: '保存在你的钥匙串中，只在你登录此账户时使用。',
  rememberHintInMemory: '在内存中保存到 Latchkey 退出为止，且只在你登录此账户时使用。',
  used: '使用已记住的密码。',
  typeAnother: '输入其他密码',
  refused: '服务不接受已记住的密码。请输入现在有效的密码。',
  kept: '密码已记住，可用于快速登录。',
  forgotten: '已记住的密码已清除。',
  unfit: '其中有钥匙串无法保存的字符',
  notKept: (why) => `你已登录，但未能记住密码。${withStop(why)}`,
  notForgotten: (why) => `你已登录，但未能清除已记住的密码。${withStop(why)}`,
  make: '生成密码',
  makeAnother: '换一个',
  making: '生成方式',
  length: (characters) => `${characters} 个字符`,
  easy: '便于输入',
  easyHint: '分组的小写字母和数字，一个大写字母，没有容易混淆的字符。',
  copy: '复制密码',
  copied: (seconds) => `密码已复制，${seconds} 秒后从剪贴板清除。`,
  strengths: {
    common: '太常见：它会最先被猜到。',
    weak: '弱：容易被猜到。',
    fair: '一般：更长会更安全。',
    good: '好',
    strong: '强',
  },
}

function withStop(sentence: string): string {
  return /[。！？]$/.test(sentence) ? sentence : `${sentence}。`
}
