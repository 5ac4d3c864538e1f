import type { Text } from '../en'
import { number } from './counting'

/** Why a passphrase is refused, and what to do. */
const problems: Text['passphrase']['problems'] = {
  'too-short': (minimum) => `太短。请至少使用 ${minimum} 个字符。`,
  'too-long': (_, maximum) => `太长。请最多使用 ${maximum} 个字符。`,
  common: () => '太常见：它会最先被猜到。请换一个。',
}

/** Words about choosing and typing a passphrase, for the lock and for backups. */
export const passphrase: Text['passphrase'] = {
  label: '口令',
  new: '新口令',
  current: '当前口令',
  show: '显示口令',
  hide: '隐藏口令',
  rule: (minimum) => `至少 ${minimum} 个字符，不限种类。随机选四个词，既牢固又好输入。`,
  missing: (characters) => `还差 ${number(characters)} 个字符。`,
  strength: '强度',
  strengthUnknown: '尚不清楚',
  strengths: {
    common: '太常见：它会最先被猜到。',
    weak: '弱：拿到副本的人几天内就能猜出。',
    fair: '一般：猜出它需要数周或数月。',
    good: '好：猜出它需要数年。',
    strong: '强：几乎不可能猜出。',
  },
  problems,
}
