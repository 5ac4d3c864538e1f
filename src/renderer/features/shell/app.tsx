/**
 * The frame of the window: the list of accounts beside one page, messages above and below. It decides
 * which page a place is; pages decide everything else. What is not seen at first is read later.
 */
import './shell.css'
import type { ReactNode } from 'react'
import { useText, useUi } from '../../stores/context'
import { useWide } from '../../stores/width'
import { laterPart } from '../../ui/later'
import { HomePage } from '../accounts/home-page'
import { MainKeys } from '../shortcuts/main-keys'
import { Banners } from './banners'
import { Ready } from './ready'
import { Sidebar, SidebarFoot } from './sidebar'

const AccountPage = laterPart(async () => (await import('./main-parts')).AccountPage)
const AccountQuestion = laterPart(async () => (await import('./main-parts')).AccountQuestion)
const AddPage = laterPart(async () => (await import('./main-parts')).AddPage)
const FlowPage = laterPart(async () => (await import('./main-parts')).FlowPage)
const Messages = laterPart(async () => (await import('./main-parts')).Messages)
const ScriptQuestion = laterPart(async () => (await import('./main-parts')).ScriptQuestion)

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
  // In one column everything stands in the order in which it is seen, so that Tab and screen readers come
  // to it in that order.
  const column = !useWide()
  return (
    <>
      <div className={atHome ? 'frame frame-home' : 'frame'}>
        <a className="skip" href="#content">
          {text.app.skip}
        </a>
        {column && <Banners />}
        <Sidebar foot={!column} />
        <main className="content" id="content" tabIndex={-1}>
          {!column && <Banners />}
          <CurrentPage />
        </main>
        {column && <SidebarFoot />}
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
