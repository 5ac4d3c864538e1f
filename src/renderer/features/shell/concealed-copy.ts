/**
 * A secret that is shown in its field can be selected and copied like any text. Then it goes the way of
 * every copied secret: marked as concealed, and cleared after a while.
 */
import type { Bridge } from '../../bridge'

/** Takes copying and cutting out of secret fields over, in the whole page, whatever it came from. */
export function concealCopies(page: Document, bridge: Pick<Bridge, 'call'>): void {
  for (const kind of ['copy', 'cut'] as const) {
    page.addEventListener(kind, (event) => {
      const field = event.target
      if (!(field instanceof HTMLInputElement) || field.dataset['secret'] === undefined) return
      event.preventDefault()
      const { selectionStart: start, selectionEnd: end, type } = field
      // What is hidden stays hidden.
      if (type === 'password' || start === null || end === null || start === end) return
      void bridge.call('window.copySecret', { secret: field.value.slice(start, end) })
      if (kind === 'copy' || field.readOnly) return
      field.setRangeText('', start, end, 'end')
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteByCut' }))
    })
  }
}
