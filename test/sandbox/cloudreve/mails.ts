import { buttonHtml } from '../mailbox/letter'
import type { MailboxStore } from '../mailbox/mailbox'
import { hashId } from './ids'
import type { CloudreveSettings } from './settings'
import { activationPath, activationSeconds, signPath } from './signature'
import type { CloudreveStore, CloudreveUser } from './store'

/**
 * Subject and button of both mails. Templates ship for these languages and fall back to English
 * (Cloudreve source inventory/setting.go, pkg/email/template.go). The words are the sandbox's own.
 */
const words: Readonly<Record<string, readonly [activate: string, reset: string]>> = {
  'en-us': ['Activate your account', 'Reset your password'],
  'zh-cn': ['激活你的账户', '重设密码'],
  'zh-tw': ['啟用你的帳戶', '重設密碼'],
  'ja-jp': ['アカウントを有効にする', 'パスワードを再設定する'],
  'ru-ru': ['Активировать аккаунт', 'Сбросить пароль'],
  'de-de': ['Konto aktivieren', 'Passwort zurücksetzen'],
  'fr-fr': ['Activer votre compte', 'Réinitialiser votre mot de passe'],
  'es-es': ['Activar tu cuenta', 'Restablecer tu contraseña'],
  'pt-br': ['Ativar sua conta', 'Redefinir sua senha'],
  'it-it': ['Attiva il tuo account', 'Reimposta la password'],
  'ko-kr': ['계정 활성화', '비밀번호 재설정'],
}

const english = ['Activate your account', 'Reset your password'] as const

/** What mails need to be written and sent. */
export interface Post {
  readonly store: CloudreveStore
  readonly settings: CloudreveSettings
  readonly mailbox: MailboxStore
  /** The site's own origin, for links where no site URL is set. */
  readonly origin: () => string
}

/** Mails the activation link. False where mails fail. */
export function sendActivation(post: Post, user: CloudreveUser): boolean {
  return send(post, user, 0, activationLink(post, user))
}

/** Mails the reset link with a new secret. False where mails fail. */
export function sendReset(post: Post, user: CloudreveUser): boolean {
  const query = new URLSearchParams({
    id: hashId(user.id),
    secret: post.store.issueResetSecret(user),
  })
  return send(post, user, 1, `${linkOrigin(post)}/session/reset?${query.toString()}`)
}

export function activationLink(post: Post, user: CloudreveUser): string {
  const id = hashId(user.id)
  const sign = signPath(post.store, activationPath(id), activationSeconds)
  // Go's URL encoding leaves ":" in the query as it is.
  const encoded = encodeURIComponent(sign).replaceAll('%3A', ':')
  return `${linkOrigin(post)}/session/activate?id=${id}&sign=${encoded}`
}

function linkOrigin({ settings, origin }: Post): string {
  // A sub-path of the site URL is dropped.
  return settings.siteUrl === undefined ? origin() : new URL(settings.siteUrl).origin
}

function send(post: Post, user: CloudreveUser, which: 0 | 1, link: string): boolean {
  if (post.settings.mailFails) return false
  const wording = (words[user.language.toLowerCase()] ?? english)[which]
  const { title } = post.settings
  post.mailbox.send({
    service: 'cloudreve',
    to: user.email,
    subject: `${wording} · ${title}`,
    text: `${wording}: ${link}`,
    html: buttonHtml(`${title}: ${user.email}`, wording, link),
    link,
  })
  return true
}
