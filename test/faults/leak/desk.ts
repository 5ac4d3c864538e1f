import type { RunningApp } from '../../e2e/launch'
import type { Place } from './canary'

/** What stands around the windows, and what the program prints. */
export interface Desk {
  readonly tray: unknown
  readonly window: unknown
  readonly notification: unknown
  readonly dialog: unknown
  readonly 'opened link': unknown
  readonly output: string
}

export async function readDesk(app: RunningApp): Promise<Desk> {
  const { desktop } = app
  return {
    tray: [await app.seam('trayItems'), await app.seam('trayTooltip')],
    window: await desktop?.windows(),
    notification: await desktop?.notifications(),
    dialog: await desktop?.dialogs(),
    'opened link': await app.seam('openedLinks'),
    output: app.output(),
  }
}

export function deskPlaces({ output, ...rest }: Desk): readonly Place[] {
  const around = Object.entries(rest).map(([kind, said]): Place => {
    return { kind, where: 'all of it', content: JSON.stringify(said ?? null) }
  })
  return [...around, { kind: 'output', where: 'so far', content: output }]
}
