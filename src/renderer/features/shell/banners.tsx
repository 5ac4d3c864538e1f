import { useRef, useState } from 'react'
import type { BookNotice, KeychainView } from '../../../shared/contract'
import { sentences } from '../../../shared/text/sentences'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { News } from '../../ui/news'
import { Notice, type NoticeTone } from '../../ui/notice'
import { useKeptFocus } from '../../ui/use-kept-focus'
import { useReadFirst } from '../../ui/use-read-first'
import { LockBanner } from '../lock/lock-banner'

/** What the person must know whatever page is open: lock, keychain and files, when not as usual. */
export function Banners() {
  const banners = useRef<HTMLDivElement>(null)
  useKeptFocus(banners)
  const book = useSnapshot((snapshot) => snapshot.book)
  const settingsFile = useSnapshot((snapshot) => snapshot.settingsFile)
  const lockFile = useSnapshot((snapshot) => snapshot.lockFile)
  const text = useText()
  return (
    <div ref={banners} className="banners">
      <LockBanner />
      <KeychainBanner />
      <KeychainNews />
      <BookBanner book={book} />
      <FileBanner notice={settingsFile} text={text.settingsFile} />
      <FileBanner notice={lockFile} text={text.lockFile} />
    </div>
  )
}

/** How the keychain's state is told above every page; undefined where it is as it should be. */
export function keychainTone(keychain: KeychainView): NoticeTone | undefined {
  switch (keychain.kind) {
    case 'starting':
    case 'ready':
      return undefined
    case 'asking':
      return 'info'
    case 'locked':
    case 'denied':
    case 'memory':
      return 'warning'
    case 'unavailable':
      return 'bad'
  }
}

interface ToldKeychain {
  readonly keychain: KeychainView
  /** It is looked at anew, because the person wanted that. */
  readonly looking: boolean
}

/** What is told of the keychain: while it is looked at anew, that is what was told before. */
export function useToldKeychain(): ToldKeychain {
  const now = useSnapshot((snapshot) => snapshot.keychain)
  const [before, setBefore] = useState(now)
  const looking = now.kind === 'starting'
  if (!looking && now !== before) setBefore(now)
  return { keychain: looking ? before : now, looking }
}

function KeychainBanner() {
  const text = useText()
  const told = useToldKeychain()
  const { keychain } = told
  const platform = useSnapshot((snapshot) => snapshot.surroundings.platform)
  const tone = keychainTone(keychain)
  if (!tone) return null
  const words = text.keychain.words(keychain, platform)
  return (
    <Notice tone={tone} title={words.title} actions={<KeychainActions {...told} />}>
      {words.text}
    </Notice>
  )
}

/** What has become of the keychain, read out when it changes; that it opens at the start is no news. */
export function KeychainNews() {
  const text = useText()
  const { keychain } = useToldKeychain()
  const platform = useSnapshot((snapshot) => snapshot.surroundings.platform)
  const shown = keychain.kind === 'starting' ? ({ kind: 'ready' } as const) : keychain
  const words = text.keychain.words(shown, platform)
  return <News words={sentences(text.prose.stop(words.title), words.text)} />
}

/** What can be done about the keychain from here; nothing where only the system can help. */
export function KeychainActions({ keychain, looking }: ToldKeychain) {
  const text = useText().keychain
  const actions = useActions()
  const notYet = useReadFirst(keychain.kind)
  const retry = (label: string) => (
    <Button busy={looking} unavailable={looking} onClick={() => void actions.retryKeychain()}>
      {label}
    </Button>
  )
  const memory = (
    <Button look="quiet" title={text.useMemoryHint} onClick={() => void actions.useMemory()}>
      {text.useMemory}
    </Button>
  )
  switch (keychain.kind) {
    case 'locked':
      return retry(text.retry)
    case 'denied':
      return retry(text.askAgain)
    case 'asking':
      // It stands where the button was that has the system ask.
      return (
        <Button unavailable={notYet} onClick={() => void actions.stopAsking()}>
          {text.stopAsking}
        </Button>
      )
    case 'unavailable':
      return (
        <>
          {retry(text.retry)}
          {memory}
        </>
      )
    case 'starting':
    case 'ready':
    case 'memory':
      return null
  }
}

function BookBanner({ book }: { book: BookNotice }) {
  const words = useText().book.words(book)
  if (!words) return null
  return (
    <Notice tone={book.kind === 'restored' ? 'warning' : 'bad'} title={words.title} role="status">
      {words.text}
    </Notice>
  )
}

interface FileText {
  words(notice: BookNotice): { readonly title: string; readonly text: string } | undefined
  readonly open: string
}

/** About a file whose way out is in the settings. */
function FileBanner({ notice, text }: { notice: BookNotice; text: FileText }) {
  const actions = useActions()
  const words = text.words(notice)
  if (!words) return null
  return (
    <Notice
      tone="warning"
      title={words.title}
      role="status"
      actions={
        notice.kind !== 'newer' && (
          <Button onClick={() => void actions.openWindow('settings')}>{text.open}</Button>
        )
      }
    >
      {words.text}
    </Notice>
  )
}
