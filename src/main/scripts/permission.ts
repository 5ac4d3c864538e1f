/**
 * Whether a program may have what it asks for: as the person has set it, or as they answer when asked.
 * A question is withdrawn when whoever asked has left, and answered "no" when nobody answers it.
 */
import { randomUUID } from 'node:crypto'
import { scriptQuestionId, type ScriptQuestionId } from '../../shared/ids'
import type { ScriptQuestion } from '../../shared/scripts'
import { fail, ok, type Result } from '../../shared/failure'
import { unknownProgram } from '../../shared/unknown-program'
import type { Observed } from '../observed'
import type { SettingsStore } from '../settings/settings'
import { endOf, type Wait } from '../wait'

/** `refused` by the person just now or moments ago; `unanswered` when the time was over. */
export type Verdict = 'yes' | 'off' | 'refused' | 'unanswered' | 'too-many' | 'left'
export type ScriptAnswerWord = 'once' | 'always' | 'no'

export interface PermissionOptions {
  readonly settings: SettingsStore
  readonly questions: Observed<ScriptQuestion[]>
  /** Brings the window with the question to the person. */
  readonly show: () => void
  readonly now: () => number
  /** How long a question waits, in milliseconds. */
  readonly limitMs?: number
}

interface Waiting {
  readonly question: ScriptQuestion
  readonly end: (verdict: Verdict) => void
}

const twoMinutes = 120_000
/** A program that was refused is not asked about again at once, or it would wear the person down. */
const quietMs = 30_000
/** More questions than anybody reads. */
const questionLimit = 8
/** As many as the setting may hold. */
const allowedLimit = 200

export class Permission {
  private readonly waiting = new Map<ScriptQuestionId, Waiting>()
  private readonly quiet = new Map<string, Wait>()

  constructor(private readonly options: PermissionOptions) {
    options.settings.onChange(({ scripts, allowedPrograms }) => {
      for (const { question, end } of [...this.waiting.values()]) {
        if (scripts === 'off') end('off')
        else if (scripts === 'on' || isAllowed(question.program, allowedPrograms)) end('yes')
      }
    })
  }

  /** Whether commands are answered at all. */
  get off(): boolean {
    return this.options.settings.value.scripts === 'off'
  }

  /** Decides, after asking the person if need be. `gone` withdraws the question. */
  ask(
    about: Pick<ScriptQuestion, 'program' | 'account' | 'wants'>,
    gone: AbortSignal,
  ): Promise<Verdict> {
    const { scripts, allowedPrograms } = this.options.settings.value
    if (gone.aborted) return Promise.resolve('left')
    if (scripts === 'off') return Promise.resolve('off')
    if (scripts === 'on' || isAllowed(about.program, allowedPrograms)) return Promise.resolve('yes')
    if (this.isQuiet(about.program)) return Promise.resolve('refused')
    if (this.waiting.size >= questionLimit) return Promise.resolve('too-many')
    return this.put(about, gone)
  }

  /** The person's answer. Fails with `not-found` if nobody waits for it any more. */
  async answer(id: ScriptQuestionId, word: ScriptAnswerWord): Promise<Result<void>> {
    const waiting = this.waiting.get(id)
    if (!waiting) return fail('not-found')
    const { program } = waiting.question
    switch (word) {
      case 'once':
        waiting.end('yes')
        return ok(undefined)
      case 'no':
        this.keepQuiet(program)
        for (const other of [...this.waiting.values()]) {
          if (other.question.program === program) other.end('refused')
        }
        return ok(undefined)
      case 'always':
        if (program !== unknownProgram) return this.allow(program)
        waiting.end('yes')
        return ok(undefined)
    }
  }

  /** Takes back that a program is always allowed: it is asked about from now on. */
  remove(program: string): Promise<Result<void>> {
    return this.options.settings.change(({ allowedPrograms }) => ({
      allowedPrograms: allowedPrograms.filter((known) => known !== program),
    }))
  }

  /** Lets go of whoever still waits, as when Latchkey is locked or closes. */
  close(): void {
    for (const { end } of [...this.waiting.values()]) end('left')
  }

  private put(
    about: Pick<ScriptQuestion, 'program' | 'account' | 'wants'>,
    gone: AbortSignal,
  ): Promise<Verdict> {
    const { limitMs = twoMinutes, now, show } = this.options
    return new Promise((resolve) => {
      const id = scriptQuestionId.parse(randomUUID())
      const end = (verdict: Verdict): void => {
        clearTimeout(timer)
        gone.removeEventListener('abort', leave)
        this.waiting.delete(id)
        this.tell()
        resolve(verdict)
      }
      const leave = (): void => end('left')
      const timer = setTimeout(() => end('unanswered'), limitMs)
      gone.addEventListener('abort', leave)
      this.waiting.set(id, { question: { id, ...about, askedAt: now() }, end })
      this.tell()
      show()
    })
  }

  /** The settings tell of the change, and with it all questions of this program are answered. */
  private allow(program: string): Promise<Result<void>> {
    return this.options.settings.change(({ allowedPrograms }) => {
      const others = allowedPrograms.filter((known) => known !== program)
      return { allowedPrograms: [...others.slice(1 - allowedLimit), program] }
    })
  }

  private keepQuiet(program: string): void {
    const since = this.options.now()
    this.quiet.set(program, { since, until: since + quietMs })
  }

  private isQuiet(program: string): boolean {
    const now = this.options.now()
    for (const [known, wait] of this.quiet) {
      if (endOf(wait, now) === undefined) this.quiet.delete(known)
    }
    return this.quiet.has(program)
  }

  private tell(): void {
    this.options.questions.set([...this.waiting.values()].map(({ question }) => question))
  }
}

/** Whether a program is allowed for good; whatever the list says, not one that nobody can tell. */
function isAllowed(program: string, allowed: readonly string[]): boolean {
  return program !== unknownProgram && allowed.includes(program)
}
