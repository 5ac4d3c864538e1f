import { randomInt } from 'node:crypto'

import type { Clock } from './clock'
import { drawCaptcha } from './draw'
import type { HandOut } from './handed-out'
import { unheard } from './handed-out'
import type { ServiceName } from './names'
import { png } from './png'
import { randomText } from './random'

export type CaptchaStyle = 'arithmetic' | 'digits' | 'characters'

/** What a person would read in a picture. */
export interface CaptchaAnswer {
  readonly id: string
  readonly answer: string
  /** The picture itself: a PNG in base64. */
  readonly picture: string
}

/** Reads captchas for tests. Throws for an id that was never given out. */
export interface Captchas {
  answer(service: 'ipcola' | 'cloudreve', id: string): string
  /** The captcha given out last. */
  latest(service: 'ipcola' | 'cloudreve'): CaptchaAnswer
}

interface Riddle {
  readonly shown: string
  readonly answer: string
}

// Letters and digits that are hard to confuse. Sandbox rule: Cloudreve's own reduced set is another.
const readable = '13467ABCDEFHKMNPRTUVWXY'

function riddle(style: CaptchaStyle, length: number): Riddle {
  switch (style) {
    case 'arithmetic': {
      const [a, b] = [randomInt(1, 30), randomInt(1, 20)]
      return { shown: `${a}+${b}=?`, answer: String(a + b) }
    }
    case 'digits': {
      const shown = randomText(length, '0123456789')
      return { shown, answer: shown }
    }
    case 'characters': {
      const shown = randomText(length, readable)
      return { shown, answer: shown }
    }
  }
}

/** Gives out captchas and checks each at most once. */
export class CaptchaDesk {
  private readonly open = new Map<string, { readonly answer: string; readonly since: number }>()
  private readonly given = new Map<string, CaptchaAnswer>()

  constructor(
    readonly service: ServiceName,
    private readonly clock: Clock,
    private readonly newId: () => string,
    private readonly lifetimeMs: number,
    private readonly handOut: HandOut = unheard,
  ) {}

  /** A new captcha: its id and a PNG of 240 by 60. */
  issue(style: CaptchaStyle, length = 6): { readonly id: string; readonly picture: Buffer } {
    const { shown, answer } = riddle(style, length)
    this.handOut({ service: this.service, kind: 'captcha-answer', text: answer })
    const id = this.newId()
    this.open.set(id, { answer, since: this.clock.now() })
    const picture = png(drawCaptcha(shown))
    this.given.set(id, { id, answer, picture: picture.toString('base64') })
    return { id, picture }
  }

  /**
   * Compares without regard to case. Any answer uses the captcha up, right or wrong; an empty one fails
   * and leaves it, as Cloudreve's captcha library does.
   */
  check(id: string, answer: string): boolean {
    const captcha = this.open.get(id)
    if (answer === '' || captcha === undefined) return false
    this.open.delete(id)
    const fresh = this.clock.now() - captcha.since < this.lifetimeMs
    return fresh && captcha.answer.toLowerCase() === answer.toLowerCase()
  }

  answer(id: string): string {
    const given = this.given.get(id)
    if (given === undefined) throw new Error(`${this.service} gave out no captcha "${id}"`)
    return given.answer
  }

  latest(): CaptchaAnswer {
    const last = [...this.given.values()].at(-1)
    if (last === undefined) throw new Error(`${this.service} gave out no captcha yet`)
    return last
  }
}
