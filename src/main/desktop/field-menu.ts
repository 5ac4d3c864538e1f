/** The menu of a text field, or of selected text: what the page says can be done there, and no more. */
import type { App, ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron'
import type { Text } from '../../shared/text'

/** What of a click decides about its menu. */
export type FieldClick = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>

/**
 * The items for a place in a page; none where there is nothing to do. A hidden field says itself that
 * it can be neither cut nor copied, and what a shown secret is copied as is up to its page.
 */
export function fieldMenu(click: FieldClick, words: Text['menu']): MenuItemConstructorOptions[] {
  const { canUndo, canRedo, canCut, canCopy, canPaste, canSelectAll } = click.editFlags
  if (click.isEditable) {
    return [
      { role: 'undo', label: words.undo, enabled: canUndo },
      { role: 'redo', label: words.redo, enabled: canRedo },
      { type: 'separator' },
      { role: 'cut', label: words.cut, enabled: canCut },
      { role: 'copy', label: words.copy, enabled: canCopy },
      { role: 'paste', label: words.paste, enabled: canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: words.selectAll, enabled: canSelectAll },
    ]
  }
  if (click.selectionText.trim() === '') return []
  return [{ role: 'copy', label: words.copy, enabled: canCopy }]
}

export interface FieldMenuOptions {
  readonly app: Pick<App, 'on'>
  readonly words: () => Text['menu']
  /** Shows a menu over a page, where the click was. */
  readonly show: (
    items: MenuItemConstructorOptions[],
    page: WebContents,
    click: ContextMenuParams,
  ) => void
}

/** Answers the right mouse button, and the key for it, in every page there will ever be. */
export function openFieldMenus({ app, words, show }: FieldMenuOptions): void {
  app.on('web-contents-created', (_event, page) => {
    page.on('context-menu', (_click, params) => {
      const items = fieldMenu(params, words())
      if (items.length > 0) show(items, page, params)
    })
  })
}
