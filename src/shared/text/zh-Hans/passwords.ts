import type { Text } from '../en'

/** Words about passwords that the person has asked to have remembered. */
export const passwords: Text['passwords'] = {
  remember: '记住此密码，用于快速登录',
  rememberHint: '保存在你的钥匙串中，只在你登录此账户时使用。',
  used: '使用已记住的密码。',
  typeAnother: '输入其他密码',
  refused: '服务不接受已记住的密码。请输入现在有效的密码。',
  kept: '密码已记住，可用于快速登录。',
  forgotten: '已记住的密码已清除。',
  unfit: '其中有钥匙串无法保存的字符',
  notKept: (why) => `你已登录，但未能记住密码。${withStop(why)}`,
  notForgotten: (why) => `你已登录，但未能清除已记住的密码。${withStop(why)}`,
}

function withStop(sentence: string): string {
  return /[。！？]$/.test(sentence) ? sentence : `${sentence}。`
}
