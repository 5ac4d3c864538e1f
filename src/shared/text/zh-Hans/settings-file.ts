import type { Text } from '../en'

const scripts = '在你重新允许之前，脚本得不到任何令牌。'

/** What the person must know about the file of settings, or undefined if all is well. */
const words: Text['settingsFile']['words'] = (notice) => {
  switch (notice.kind) {
    case 'fine':
      return undefined
    case 'restored':
      return {
        title: '设置文件曾损坏，现已恢复',
        text:
          notice.setAside === ''
            ? `设置文件不见了。现在使用的是上一份完好的副本，可能缺少最近一次更改。${scripts}`
            : `现在使用的是上一份完好的副本，可能缺少最近一次更改。${scripts}损坏的文件已另行保留：${notice.setAside}`,
      }
    case 'damaged':
      return {
        title: '无法读取设置',
        text: `设置已回到初始状态，你的账户没有变化。${scripts}损坏的文件已另行保留：${notice.setAside}`,
      }
    case 'newer':
      return {
        title: '设置来自较新版本的 Latchkey',
        text: '当前版本只沿用它认识的设置，不作任何更改。如需更改，请先更新 Latchkey。',
      }
  }
}

export const settingsFile: Text['settingsFile'] = {
  words,
  open: '打开设置',
}
