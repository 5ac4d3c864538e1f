import { describe, expect, it } from 'vitest'
import { cutLabel, escapeLabel, fitLabel } from './menu-label'

describe('labels of menus', () => {
  it('cuts what is too long, by characters as a person counts them', () => {
    expect(cutLabel('short', 5)).toBe('short')
    expect(cutLabel('longer', 5)).toBe('long…')
    expect(cutLabel('two words', 5)).toBe('two…')
    expect(cutLabel('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧…')
  })

  it('makes one line of several, and leaves out what turns the direction of writing', () => {
    expect(cutLabel(' one\n\ttwo\u2028three ', 50)).toBe('one two three')
    expect(cutLabel('ann\u202eda', 50)).toBe('ann da')
  })

  it('lets the name give way before what is said about it, but not without end', () => {
    const sentence = (name: string): string => `Copy token of ${name}`
    expect(fitLabel('somebody@example.org', 24, 5, sentence)).toBe('Copy token of somebody@…')
    expect(fitLabel('somebody@example.org', 10, 5, sentence)).toBe('Copy token of some…')
  })

  it('doubles the sign that menus take for a shortcut letter', () => {
    expect(escapeLabel('Tom & Jerry && Co')).toBe('Tom && Jerry &&&& Co')
  })
})
