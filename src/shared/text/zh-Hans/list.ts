import type { Text } from '../en'
import { home } from './accounts'
import { number } from './counting'

const filterName: Text['list']['filterName'] = (filter) => {
  switch (filter.kind) {
    case 'tag':
      return `标签：${filter.tag}`
    case 'attention':
      return '需要处理'
    case 'state':
      return home.states[filter.state]
  }
}

export const list: Text['list'] = {
  count: (shown) => number(shown),
  hidden: (count) => `${number(count)} 个已隐藏`,
  hiddenMark: '已隐藏',
  moved: (label, place, of) => `${label}：第 ${number(place)} 位，共 ${number(of)} 位。`,
  filterName,
  clearFilter: (filter) => `重新显示全部，不再只看“${filter}”`,
  noMatchWithin: (query, filter) =>
    query === '' ? `“${filter}”下已没有账户。` : `“${filter}”下没有与“${query}”匹配的账户。`,
  more: (count) => `还有 ${number(count)} 个`,
}

export const colours: Text['colours'] = {
  red: '红色',
  orange: '橙色',
  yellow: '黄色',
  green: '绿色',
  teal: '青色',
  blue: '蓝色',
  purple: '紫色',
  pink: '粉色',
}

export const describing: Text['describing'] = {
  open: '名称、颜色和标签',
  label: '名称',
  labelMissing: '请填写名称。',
  labelTooLong: (limit) => `最多 ${limit} 个字符。`,
  colour: '颜色',
  noColour: '无',
  tags: '标签',
  tagsHint: '用来把同类账户归在一起。每输入一个，按 Enter 或逗号。',
  tagTooLong: (limit) => `每个标签最多 ${limit} 个字符。`,
  tooManyTags: (limit) => `最多 ${limit} 个标签。`,
  tagThere: (tag) => `已有标签“${tag}”。`,
  removeTag: (tag) => `移除“${tag}”`,
  showTag: (tag) => `显示所有带“${tag}”标签的账户`,
  save: '保存',
  cancel: '取消',
  saved: (label) => `“${label}”已保存。`,
  hide: '在列表中隐藏',
  unhide: '在列表中恢复显示',
  hiddenDone: (label) => `“${label}”已隐藏，仍能搜索到。`,
  unhiddenDone: (label) => `“${label}”已回到列表中。`,
  hiddenHint: '此账户不在列表中显示，照常可用；但除非它是当前账户，需要你处理时不会告诉你。',
}
