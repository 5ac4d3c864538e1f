/** What the main window draws once somebody asks for it; read after its first sight (see app.tsx). */
export { AccountPage } from '../accounts/account-page'
export { AccountQuestion } from '../accounts/account-question'
export { AddPage } from '../add/add-page'
export { FlowPage } from '../flow/flow-page'
export { Palette } from '../palette/palette'
export { ScriptQuestion } from '../scripts/script-question'
export { ShortcutSheet } from '../shortcuts/shortcut-sheet'
export { Messages } from './messages'
