import type { Text } from '../en'
import { all, number } from './counting'

type Counts = Parameters<Text['backup']['done']['added']>[0]

/** Numbers stand between blanks, so the “and” of `all` is not used for them. */
function inWords({ accounts, tokens, passwords }: Counts): string {
  return [
    ...(accounts > 0 ? [`${number(accounts)} 个账户`] : []),
    ...(tokens > 0 ? [`${number(tokens)} 个令牌`] : []),
    ...(passwords > 0 ? [`${number(passwords)} 个密码`] : []),
  ].join('、')
}

const kinds: Text['backup']['export']['kinds'] = {
  accounts: {
    label: '账户，不含令牌',
    hint: '名称、邮箱、颜色、标签和站点。导入后需重新登录。',
  },
  tokens: {
    label: '账户和令牌',
    hint: '谁有这个文件和它的口令，谁就能以你的身份登录。',
  },
  passwords: {
    label: '账户、令牌和已记住的密码',
    hint: '还包括你让 Latchkey 记住的密码。',
  },
}

/** What a group of the preview is about. */
const groups: Text['backup']['preview']['groups'] = {
  account: {
    title: '新账户',
    text: '还不在你的列表中。',
  },
  site: {
    title: '新站点',
    text: '站点的账户只能与站点一起导入。',
  },
  settings: {
    title: '服务器设置',
    text: '将取代这里的设置。',
  },
  description: {
    title: '不同的名称、颜色和标签',
    text: '将取代这里的内容。',
  },
  token: {
    title: '已有账户的令牌',
    text: '导入的令牌可能比现有的旧，而且会覆盖现有的。',
  },
  password: {
    title: '已有账户的密码',
    text: '导入的密码可能比现有的旧，而且会覆盖现有的。',
  },
}

const reasons: Text['backup']['preview']['reasons'] = {
  'unknown-service': '此版本的 Latchkey 不认识这个服务',
  'unknown-server': '这不是该服务的服务器',
  unreadable: '此条目无法读取',
  twice: '备份中有两个这样的账户',
  'being-removed': '你正在移除此账户',
}

/** Words about backups: what is exported, and what an import changes. */
export const backup: Text['backup'] = {
  title: '备份',
  text: '把所有账户放进一个文件，用单独的口令加密。',
  fileKind: 'Latchkey 备份',
  allFiles: '所有文件',
  saveTitle: '导出备份',
  saveButton: '导出',
  openTitle: '导入备份',
  openButton: '选择',
  cancel: '取消',
  stop: '停止',
  close: '完成',
  more: (count) => `还有 ${number(count)} 个`,

  export: {
    title: '导出',
    hint: '生成一个可以另行保管的文件。',
    begin: '导出备份…',
    contents: '包含的内容',
    kinds,
    noWayBack: '没有口令，谁也打不开',
    noWayBackText:
      'Latchkey 也不行：口令无法重置。请把它写下来，或保存在密码管理器中。Latchkey 的设置和脚本的权限不在备份之中。',
    submit: '选择位置…',
    progress: '已读取的账户',
    reading: (done, total) => `已读取 ${number(done)} 个账户，共 ${number(total)} 个`,
    writing: '正在加密并写入备份。',
    unreadable: (count) => `有 ${number(count)} 个令牌或密码无法读取`,
    unreadableText: '尚未写入任何内容。账户本身仍然可以导出。',
    goOn: '不含它们，继续导出',
    done: (file) => `已导出“${file}”`,
    doneText: (counts) => {
      const held = inWords(counts)
      return held === '' ? '没有账户可以放入。' : `其中有 ${held}。`
    },
    without: (count) => `有 ${number(count)} 个令牌或密码无法读取，因此不在其中。`,
    show: '在文件夹中显示',
    locked: 'Latchkey 在备份写入之前被锁定',
    lockedText: '没有写入任何文件，原有的文件保持不变。',
    again: '重试',
  },

  import: {
    title: '导入',
    hint: '先看备份会带来哪些更改，再决定是否更改。',
    begin: '导入备份…',
    made: (when) => `生成于 ${when}。`,
    passphrase: '备份的口令',
    empty: '请输入导出备份时所用的口令。',
    open: '打开',
    another: '选择其他文件…',
    progress: '已比较的账户',
    opening: '正在打开备份。',
    comparing: (done, total) => `已比较 ${number(done)} 个账户，共 ${number(total)} 个`,
    importing: (done, total) =>
      total === 0
        ? '正在添加账户。'
        : `已保存 ${number(done)} 个账户的令牌，共 ${number(total)} 个`,
    keeping: '已保存的令牌',
  },

  preview: {
    title: (file) => `“${file}”会带来的更改`,
    text: '尚未作任何更改。只会采用勾选的内容。',
    nothing: '此备份中的一切，这里都已有了。',
    empty: '此备份中什么也没有。',
    same: (count) => `${number(count)} 个账户与备份中的完全相同。`,
    groups,
    count: (ticked, total) => `${number(ticked)} / ${number(total)}`,
    takeAll: (title) => `全部采用：${title}`,
    take: (name) => `采用“${name}”`,
    columns: { take: '采用', what: '内容', change: '更改' },
    more: (count) => `再显示 ${number(count)} 个`,
    adds: (token, password) => {
      const parts = [...(token ? ['令牌'] : []), ...(password ? ['密码'] : [])]
      return parts.length === 0 ? '不含令牌' : `含${all(parts)}`
    },
    tagged: (tags) => `标签：${tags.join('、')}`,
    comesHidden: '隐藏',
    comesActive: '若其服务器没有当前账户，则成为当前账户',
    needsSite: '它的站点未勾选',
    plainHttp: '未加密：发往那里的内容在途中可被读取',
    site: '将添加到你的服务器',
    change: (here, there) => `${here} → ${there}`,
    none: '无',
    fields: { label: '名称', colour: '颜色', tags: '标签', hidden: '隐藏' },
    hidden: (hidden) => (hidden ? '是' : '否'),
    tokenAdded: '这里没有',
    tokenReplaced: '取代现有的',
    ends: (when) => `${when}过期`,
    endUnknown: '过期时间未知',
    leftOut: (count) => `已略过：${number(count)} 个条目`,
    leftOutText: '它们仍在文件中。',
    reasons,
    unnamed: '未命名',
    submit: (count) => (count === 0 ? '没有勾选任何内容' : `导入 ${number(count)} 项更改`),
  },

  done: {
    title: '备份已导入',
    stopped: '导入已停止',
    locked: 'Latchkey 被锁定，导入已停止',
    failed: '导入未能完成',
    again: '已完成的部分会保留。要继续，请再次导入同一文件：不会重复导入任何内容。',
    added: (counts) => `已添加：${inWords(counts)}。`,
    described: (count) => `${number(count)} 个账户采用了备份中的名称、颜色和标签。`,
    sites: (count) => `已添加 ${number(count)} 个站点。`,
    settings: (count) => `已采用 ${number(count)} 个服务器的设置。`,
    nothing: '没有任何更改。',
    changedMeanwhile: (count) => `有 ${number(count)} 处在预览之后已发生变化，因此没有动它们。`,
    troubles: (count) => `有 ${number(count)} 个令牌或密码未能保存`,
  },
}
