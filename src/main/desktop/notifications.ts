/** The system's notifications, and what wakes the program: the only use of both in Electron. */
import { BrowserWindow, Notification, powerMonitor } from 'electron'
import type { Place } from '../../shared/contract'
import { coverAccount } from '../../shared/cover'
import type { Program } from '../program'
import { AttentionDesk, type Notice } from './attention'

export interface NotificationsOptions {
  readonly program: Pick<Program, 'health' | 'views' | 'settings' | 'language' | 'lock'>
  /** Whether others may be looking, so that no address is shown. */
  readonly hidesAddresses: () => boolean
  readonly open: (place: Place) => void
}

/**
 * Notifies of what only the person can do, and looks after accounts again when the computer wakes.
 * Gives a function that tells in a few words how something went that was begun outside any window.
 */
export function openNotifications({
  program,
  hidesAddresses,
  open,
}: NotificationsOptions): (words: string) => void {
  const { health, views, settings, language, lock } = program
  const nameless = (): boolean => lock.isLocked && settings.value.hideAddressesWhenLocked
  const desk = new AttentionDesk({
    ...{ language, settings, open, nameless },
    account: (id) => {
      const account = views.account(id)
      return account && hidesAddresses() ? coverAccount(account) : account
    },
    inFront: () => BrowserWindow.getFocusedWindow() !== null,
    show: (notice, clicked) => show(notice, clicked),
  })
  health.onAttention((attention) => desk.notice(attention))
  lock.view.onChange(() => {
    if (nameless()) closeAll()
  })
  powerMonitor.on('resume', () => health.woke())
  health.watch()
  return (words) => {
    if (settings.value.notifications) show({ title: words, body: '' }, () => undefined)
  }
}

/** Those on the screen; without a hold on it, a notification forgets what its click does. */
const shown = new Set<Notification>()

/** Takes them off the screen, and out of the list that some systems keep. */
function closeAll(): void {
  for (const notification of [...shown]) notification.close()
  shown.clear()
}

function show({ title, body }: Notice, clicked: () => void): () => void {
  if (!Notification.isSupported()) return () => undefined
  const notification = new Notification({ title, body })
  const forget = (): void => void shown.delete(notification)
  notification.on('click', () => {
    forget()
    clicked()
  })
  notification.on('close', ({ reason }) => {
    // On Windows it then lies in the action center, where it can still be clicked.
    if (reason !== 'timedOut') forget()
  })
  notification.on('failed', forget)
  shown.add(notification)
  notification.show()
  return () => {
    forget()
    notification.close()
  }
}
