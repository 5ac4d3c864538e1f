/** The languages that a Cloudreve site speaks, by the codes of its own list (front end src/i18n.ts). */
export const siteLanguages = [
  { value: 'en-US', label: 'English' },
  { value: 'zh-CN', label: '简体中文' },
  { value: 'zh-TW', label: '繁體中文' },
  { value: 'ja-JP', label: '日本語' },
  { value: 'ru-RU', label: 'Русский' },
  { value: 'de-DE', label: 'Deutsch' },
  { value: 'fr-FR', label: 'Français' },
  { value: 'es-ES', label: 'Español' },
  { value: 'pt-BR', label: 'Português (Brasil)' },
  { value: 'it-IT', label: 'Italiano' },
  { value: 'ko-KR', label: '한국어' },
  { value: 'pl-PL', label: 'Polski' },
  { value: 'ar-AR', label: 'العربية' },
] as const

export type SiteLanguage = (typeof siteLanguages)[number]['value']
