import { EventEmitter } from 'node:events'
import type { App, MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { textFor } from '../../shared/text'
import { fieldMenu, openFieldMenus, type FieldClick } from './field-menu'

const words = textFor('en').menu
const everything = {
  ...{ canUndo: true, canRedo: true, canCut: true, canCopy: true, canPaste: true },
  ...{ canDelete: true, canSelectAll: true, canEditRichly: false },
}
const at = (more: Partial<FieldClick>): FieldClick => ({
  ...{ isEditable: false, selectionText: '', editFlags: everything },
  ...more,
})
const usable = (items: MenuItemConstructorOptions[]) =>
  items.flatMap(({ role, enabled }) => (enabled === true && role ? [role] : []))

describe('the menu of a field', () => {
  it('offers what fields offer, in the words of the program', () => {
    const items = fieldMenu(at({ isEditable: true }), words)
    expect(usable(items)).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'])
    const silent = items.filter(({ type, label }) => type !== 'separator' && label === undefined)
    expect(silent).toEqual([])
  })

  it('cannot cut or copy what the page keeps hidden', () => {
    // What Chromium says of a password field.
    const editFlags = { ...everything, canCut: false, canCopy: false }
    const items = fieldMenu(at({ isEditable: true, selectionText: '••••', editFlags }), words)
    expect(usable(items)).toEqual(['undo', 'redo', 'paste', 'selectAll'])
  })

  it('offers to copy selected text, and nothing where there is none', () => {
    expect(usable(fieldMenu(at({ selectionText: 'ann@example.org' }), words))).toEqual(['copy'])
    expect(fieldMenu(at({ selectionText: ' ' }), words)).toEqual([])
  })
})

describe('a page', () => {
  it('gets a menu where something can be done', () => {
    const app = new EventEmitter()
    const page = new EventEmitter()
    const shown: number[] = []
    openFieldMenus({
      // The two events are all that is used of them.
      app: app as unknown as App,
      words: () => words,
      show: (items) => shown.push(items.length),
    })
    app.emit('web-contents-created', {}, page)
    page.emit('context-menu', {}, at({}))
    page.emit('context-menu', {}, at({ selectionText: 'text' }))
    expect(shown).toEqual([1])
  })
})
