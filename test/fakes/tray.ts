import { LockScreen } from '../../src/main/desktop/lock-screen'
import { TrayDriver } from '../../src/main/desktop/tray-driver'
import type { TrayLook } from '../../src/main/desktop/tray-face'
import type { TrayAction } from '../../src/main/desktop/tray-menu'
import type { Rig } from './program'

export interface Tray {
  readonly it: Rig
  look(): TrayLook
  labels(): string[]
  /** Picks the first line whose label begins so. */
  pick(label: string): void
  run(action: TrayAction): void
  readonly opened: string[]
  readonly notices: string[]
  readonly copied: string[]
}

const rigs: Rig[] = []

/** The tray of a program; what would be shown, told and copied is kept. */
export async function tray(it: Rig, { canCopy = true } = {}): Promise<Tray> {
  rigs.push(it)
  let look: TrayLook = { items: [], tooltip: '', attention: false }
  const opened: string[] = []
  const notices: string[] = []
  const copied: string[] = []
  const driver = new TrayDriver({
    program: it.program,
    screen: new LockScreen({
      lock: it.program.lock,
      windows: {
        anyShown: true,
        inSight: true,
        isShown: () => true,
        open: (kind, place) => opened.push(`${kind} ${place?.kind ?? ''}`.trim()),
        openUnlock: () => undefined,
        clear: () => undefined,
      },
    }),
    tray: { show: (shown) => (look = shown) },
    hidesAddresses: () => it.program.settings.value.hideAddresses,
    copySecret: (secret) => Promise.resolve(copied.push(secret)),
    canCopy,
    notify: (said) => notices.push(said),
    quit: () => opened.push('quit'),
  })
  it.program.mirror.onChange((change) => driver.apply(change))
  await it.program.idle()
  const pick = (label: string): void => {
    const item = look.items.find((one) => one.kind === 'action' && one.label.startsWith(label))
    if (item?.kind !== 'action') throw new Error(`No line ${label}`)
    driver.run(item.action)
  }
  return {
    ...{ it, opened, notices, copied, pick },
    look: () => look,
    labels: () => look.items.map((item) => (item.kind === 'separator' ? '-' : item.label)),
    run: (action) => driver.run(action),
  }
}

/** Resolves when nothing is under way and the tray is drawn. */
export async function settled({ it }: Tray): Promise<void> {
  await it.program.idle()
  await new Promise(setImmediate)
}

/** Ends the programs of all trays. */
export async function closeTrays(): Promise<void> {
  for (const it of rigs.splice(0)) await it.program.close()
}
