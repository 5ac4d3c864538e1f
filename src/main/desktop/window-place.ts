/** Where windows stand: as they were left, and never where nobody can see or grasp them. */
import { join } from 'node:path'
import { z } from 'zod'
import type { WindowKind } from '../../shared/contract'
import { DurableFile } from '../accounts/durable-file'

/** A rectangle on the desktop, in device-independent pixels. */
const rectangle = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
})
export type Rectangle = z.infer<typeof rectangle>
export type Size = Pick<Rectangle, 'width' | 'height'>
export type Point = Pick<Rectangle, 'x' | 'y'>

/** As a window was left; `bounds` are those it has when it is not maximised. */
const windowPlace = z.object({ bounds: rectangle, maximized: z.boolean() })
export type WindowPlace = z.infer<typeof windowPlace>

const windowPlaces = z.lazy(() =>
  z.object({
    main: windowPlace.optional(),
    settings: windowPlace.optional(),
  }),
)
export type WindowPlaces = z.infer<typeof windowPlaces>

/** Windows that stand where they were left; quick login and unlocking come to the person instead. */
export type PlacedKind = Exclude<WindowKind, 'quick-login' | 'unlock'>

export function isPlaced(kind: WindowKind): kind is PlacedKind {
  return kind !== 'quick-login' && kind !== 'unlock'
}

export const windowPlacesFormat = {
  version: 1,
  lastSaveWins: true,
  empty: {} as WindowPlaces,
  read: (content: unknown): WindowPlaces | undefined => windowPlaces.safeParse(content).data,
}

/** Keeps the places, and writes them in batches: a window that is dragged moves a hundred times. */
export class PlaceKeeper {
  private timer: NodeJS.Timeout | undefined
  private saving: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly file: DurableFile<WindowPlaces>,
    private places: WindowPlaces,
    private readonly batchMs = 1_000,
  ) {}

  of(kind: PlacedKind): WindowPlace | undefined {
    return this.places[kind]
  }

  note(kind: PlacedKind, place: WindowPlace): void {
    this.places = { ...this.places, [kind]: place }
    this.timer ??= setTimeout(() => void this.flush(), this.batchMs).unref()
  }

  /** Writes what waits to be written. A place that the disk refuses is not worth a word. */
  async flush(): Promise<void> {
    if (this.timer !== undefined) {
      clearTimeout(this.timer)
      this.timer = undefined
      this.saving = this.saving.then(() => this.file.save(this.places))
    }
    await this.saving
  }
}

/** Reads the places that are kept in a folder. */
export async function openPlaces(folder: string): Promise<PlaceKeeper> {
  const file = new DurableFile(join(folder, 'window-place.json'), windowPlacesFormat)
  const { value } = await file.load()
  return new PlaceKeeper(file, value)
}

/**
 * Makes a window as large as it was left, at its first showing only: what comes on the screen again was
 * made as large as it is by the person, and macOS calls a window out of sight that is merely covered.
 */
export function asLarge(
  left: Pick<WindowPlace, 'maximized'> | undefined,
): (window: { maximize(): void }) => void {
  let due = left?.maximized === true
  return (window) => {
    if (due) window.maximize()
    due = false
  }
}

/** How much of a window's upper edge has to be in sight, so that it can be grasped there. */
const grip = { width: 160, height: 32 }

/**
 * Where a window may stand that was left at `bounds`. It stays there if it is no larger than its
 * screen and its upper edge can be grasped; else it is made to fit and moved to the screen that shows
 * most of it, or to the first one. `screens` are work areas, without panels and docks.
 */
export function fit(bounds: Rectangle, screens: readonly Rectangle[]): Rectangle {
  const [first] = screens
  if (!first) return bounds
  const screen = screens.reduce((best, one) =>
    area(overlap(bounds, one)) > area(overlap(bounds, best)) ? one : best,
  )
  const width = Math.min(bounds.width, screen.width)
  const height = Math.min(bounds.height, screen.height)
  const fits = width === bounds.width && height === bounds.height
  if (fits && graspable(bounds, screens)) return bounds
  return {
    x: clamp(bounds.x, screen.x, screen.x + screen.width - width),
    y: clamp(bounds.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  }
}

/** Beside the tray's icon, on the side where there is room, and wholly on the screen. */
export function besideTray(tray: Rectangle, size: Size, screen: Rectangle): Point {
  const gap = 8
  const below = tray.y + tray.height / 2 < screen.y + screen.height / 2
  return {
    x: within(tray.x + tray.width / 2 - size.width / 2, size.width, screen.x, screen.width),
    y: within(
      below ? tray.y + tray.height + gap : tray.y - gap - size.height,
      size.height,
      screen.y,
      screen.height,
    ),
  }
}

/** In the middle of the screen. */
export function centred(size: Size, screen: Rectangle): Point {
  return {
    x: Math.round(screen.x + (screen.width - size.width) / 2),
    y: Math.round(screen.y + (screen.height - size.height) / 2),
  }
}

function graspable(bounds: Rectangle, screens: readonly Rectangle[]): boolean {
  const edge = { ...bounds, height: Math.min(grip.height, bounds.height) }
  const wanted = Math.min(grip.width, bounds.width)
  return screens.some((screen) => {
    const seen = overlap(edge, screen)
    return seen.width >= wanted && seen.height === edge.height
  })
}

function overlap(one: Rectangle, other: Rectangle): Size {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return width > 0 && height > 0 ? { width, height } : { width: 0, height: 0 }
}

function area({ width, height }: Size): number {
  return width * height
}

function within(start: number, length: number, from: number, room: number): number {
  return Math.round(clamp(start, from, from + room - length))
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
