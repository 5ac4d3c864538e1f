/** What the report says of a screen, and what of it may not be so. */
import type { Audit, Measured } from '../../src/renderer/gallery/page-api'

export interface AccessRow {
  readonly screen: string
  readonly theme: string
  readonly violations: number
  /** Null on a screen without text, or without anything to press. */
  readonly lowestTextContrast: number | null
  readonly lowestControlContrast: number | null
}

/** What WCAG asks for at its level AA: of text, and of controls and their focus rings. */
const least = { text: 4.5, control: 3 } as const

export function rowOf(screen: string, theme: string, audit: Audit): AccessRow {
  const { violations, text, control } = audit
  return {
    screen,
    theme,
    violations: violations.length,
    lowestTextContrast: rounded(text),
    lowestControlContrast: rounded(control),
  }
}

/** One sentence for each thing that has to be mended. */
export function troublesOf({ violations, text, control }: Audit): readonly string[] {
  return [
    ...violations.map(({ rule, help, where }) => `${rule}: ${help}, at ${where}`),
    ...tooLow('text', text),
    ...tooLow('control', control),
  ]
}

function tooLow(kind: keyof typeof least, measured: Measured | undefined): readonly string[] {
  if (!measured || measured.ratio >= least[kind]) return []
  return [`contrast of a ${kind}: ${floored(measured.ratio)}, at ${measured.where}`]
}

/** One sentence for each screen of the gallery that the report lacks, and for each that it has besides. */
export function differencesFrom(
  screens: readonly string[],
  themes: readonly string[],
  rows: readonly AccessRow[],
): readonly string[] {
  return themes.flatMap((theme) => {
    const seen = rows.filter((row) => row.theme === theme).map(({ screen }) => screen)
    return [
      ...without(screens, seen).map((screen) => `${theme} / ${screen}: not in the report`),
      ...without(seen, screens).map((screen) => `${theme} / ${screen}: not in the gallery`),
      ...twice(seen).map((screen) => `${theme} / ${screen}: more than once in the report`),
    ]
  })
}

function without(all: readonly string[], others: readonly string[]): readonly string[] {
  return all.filter((one) => !others.includes(one))
}

function twice(all: readonly string[]): readonly string[] {
  return all.filter((one, index) => all.indexOf(one) < index)
}

/** Rounded down: what is just too low stays too low. */
function rounded(measured: Measured | undefined): number | null {
  return measured ? floored(measured.ratio) : null
}

function floored(ratio: number): number {
  return Math.floor(ratio * 100) / 100
}
