/**
 * What the gallery's page offers, as `window.gallery`, to the program that drives it (test/gallery). Types
 * alone: the program has no DOM.
 */
import type { Fact, FlowId, ServerView, ServiceView } from '../../shared/account'
import type { WindowKind } from '../../shared/contract'
import type { StepView } from '../../shared/flow'

/** What to do with a scene once it is drawn, and in which window it lives. */
export interface ScenePlan {
  readonly window: WindowKind
  readonly typeInto?: readonly [label: string, text: string]
  readonly press: readonly string[]
  readonly keys: readonly string[]
  readonly type?: string
  /** Whether a key is then pressed with Caps Lock on. */
  readonly capsLock?: true
  /** Words that have to be there before the picture is taken: those that come late. */
  readonly until?: string
  /** A selector of what has to be there by then and has no words, such as a sign that something runs. */
  readonly untilThere?: string
}

/** Something that axe finds wrong. */
export interface Violation {
  readonly rule: string
  readonly help: string
  readonly where: string
}

/** A contrast, and what has it. */
export interface Measured {
  readonly ratio: number
  readonly where: string
}

export interface Audit {
  readonly violations: readonly Violation[]
  /** The lowest contrast of a text, and of a control or its focus ring; absent where there is none. */
  readonly text: Measured | undefined
  readonly control: Measured | undefined
}

export interface GalleryPage {
  /** Every scene there is, in the order of the gallery. */
  readonly names: readonly string[]
  /** The scene that is drawn; undefined on the list. */
  readonly plan: ScenePlan | undefined
  /** Resolves when the page has been drawn and no longer changes. */
  still(): Promise<void>
  /** Presses a letter with Caps Lock on, which a browser without a keyboard knows nothing of. */
  pressWithCapsLock(): void
  /** Scrolls to what the scene is about, where it says so. */
  showSubject(): void
  /** What does not fit: wider than the window, or cut off without a sign of it. One sentence each. */
  lost(): readonly string[]
  /** How many pixels the window would have to be taller to show all that can be scrolled to. */
  missingHeight(): number
  /** Looks for what keeps people out: axe's rules, and contrasts. Moves the focus about. */
  audit(): Promise<Audit>
}

/** A step of a flow as its adapter draws it. */
export interface WalkedStep {
  readonly adapter: string
  readonly flow: FlowId
  /** Tells steps of one name apart, such as a mail that was sent from one that failed. */
  readonly variant?: string
  /** The title of the flow. */
  readonly title: string
  readonly email?: string
  readonly view: StepView
  /** What the account waits for while it stands there. */
  readonly waiting?: string
}

export type SettingLook = Omit<ServerView['settings'][number], 'value'>

export interface Material {
  readonly services: readonly ServiceView[]
  readonly steps: readonly WalkedStep[]
  /** The names of facts, by adapter and key. */
  readonly facts: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** How the settings of a server look, by adapter. */
  readonly settings: Readonly<Record<string, readonly SettingLook[]>>
  /** What a site of somebody's own tells of itself. */
  readonly site: readonly Fact[]
}
