import type { Text } from '../en'

/** What the person must know about the lock's record, or undefined if all is well. */
const words: Text['lockFile']['words'] = (notice) => {
  switch (notice.kind) {
    case 'fine':
      return undefined
    case 'restored': {
      const damaged = notice.setAside === '' ? '' : `损坏的文件已另行保留：${notice.setAside}`
      return {
        title: '口令记录曾损坏，现已恢复',
        text: `现在使用的是上一份完好的副本。如果你刚刚更改过口令，可能仍是旧口令有效，请重新设置新口令。${damaged}`,
      }
    }
    case 'damaged':
      return {
        title: '无法读取口令记录',
        text: `Latchkey 不再要求口令，用它加密的内容也无人能读取。你的账户没有变化：请重新登录，或从备份中恢复令牌。在你设置口令之前，新的内容将不受口令保护。损坏的文件已另行保留：${notice.setAside}`,
      }
    case 'newer':
      return {
        title: '口令由较新版本的 Latchkey 设置',
        text: '它可以解锁当前版本，但不能在这里更改。如需更改，请先更新 Latchkey。',
      }
  }
}

export const lockFile: Text['lockFile'] = {
  words,
  open: '打开设置',
}
