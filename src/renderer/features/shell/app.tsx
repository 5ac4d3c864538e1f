/**
 * The frame of the window: the list of accounts beside one page, messages above and below. It decides
 * which page a place is; pages decide everything else.
 */
import './shell.css'
import type { ReactNode } from 'react'
import { useText, useUi } from '../../stores/context'
import { AccountPage } from '../accounts/account-page'
import { AccountQuestion } from '../accounts/account-question'
import { HomePage } from '../accounts/home-page'
import { AddPage } from '../add/add-page'
import { FlowPage } from '../flow/flow-page'
import { ScriptQuestion } from '../scripts/script-question'
import { MainKeys } from '../shortcuts/main-keys'
import { Banners } from './banners'
import { Messages } from './messages'
import { Ready } from './ready'
import { Sidebar } from './sidebar'

export function App() {
  return (
    <Ready>
      <Frame />
    </Ready>
  )
}

function Frame() {
  const text = useText()
  const atHome = useUi((state) => state.place.kind === 'home')
  return (
    <>
      <div className={atHome ? 'frame frame-home' : 'frame'}>
        <a className="skip" href="#content">
          {text.app.skip}
        </a>
        <Sidebar />
        <main className="content" id="content" tabIndex={-1}>
          <Banners />
          <CurrentPage />
        </main>
        <Messages />
      </div>
      <AccountQuestion />
      <ScriptQuestion />
      <MainKeys />
    </>
  )
}

/** The page of the current place. Its key makes a new page of it when the place changes. */
function CurrentPage(): ReactNode {
  const place = useUi((state) => state.place)
  switch (place.kind) {
    case 'home':
      return <HomePage />
    case 'add':
      return <AddPage key={place.adapter ?? ''} adapter={place.adapter} />
    case 'account':
      return <AccountPage key={place.account} id={place.account} />
    case 'attempt':
      return <FlowPage key={place.attempt} />
  }
}
