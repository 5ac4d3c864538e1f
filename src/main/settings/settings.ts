/**
 * What the person has set for the whole program. This folder keeps it in a file of its own; what a
 * setting does is up to whoever observes it.
 */
import { defaultSettings, settings, type Settings } from '../../shared/settings'
import { ok, type Result } from '../../shared/failure'
import type { DurableFile, Loaded } from '../accounts/durable-file'
import { Observed } from '../observed'

/** A language that only a newer version speaks makes no file of this one's damaged. */
const kept = settings.extend({ language: settings.shape.language.catch('system') })

export const settingsFormat = {
  version: 1,
  empty: defaultSettings,
  /** A setting that an older version did not know is as it would be for somebody new. */
  read: (content: unknown): Settings | undefined =>
    kept.safeParse({ ...defaultSettings, ...(content as object | null) }).data,
}

/**
 * What the program begins with. The newest change may be missing in the last good copy, and it may have
 * been that scripts, or one of them, get nothing any more; so they get nothing until they are allowed anew.
 */
export function firstSettings(loaded: Loaded<Settings>): Settings {
  const { kind, value } = loaded
  return kind === 'restored' ? { ...value, scripts: 'off', allowedPrograms: [] } : value
}

/** New values for some settings; the others stay. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined }

export class SettingsStore extends Observed<Settings> {
  private queue: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly file: DurableFile<Settings>,
    loaded: Settings,
  ) {
    super(loaded)
  }

  /**
   * Changes some settings and keeps them; fails as the file does, and then nothing has changed. What
   * depends on how they are is a function, which is asked when its turn has come.
   */
  change(changes: SettingsChange | ((now: Settings) => SettingsChange)): Promise<Result<void>> {
    const turn = this.queue.then(async () => {
      const wanted = typeof changes === 'function' ? changes(this.value) : changes
      const next = settings.parse({ ...this.value, ...given(wanted) })
      const saved = await this.file.save(next)
      if (!saved.ok) return saved
      this.set(next)
      return ok(undefined)
    })
    this.queue = turn.catch(() => undefined)
    return turn
  }

  /** Resolves when all changes so far are on disk. */
  async idle(): Promise<void> {
    await this.queue
  }
}

function given(changes: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
