import type * as en from '../en/desktop'
import { accountStates } from './accounts'
import { plural } from './counting'

/** The active account of a server is marked in menus with this; it reads well in every font. */
const activeMark = '✓'

export const tray: typeof en.tray = {
  tooltip: (needsYou, keychainLocked) => {
    const parts = [
      ...(keychainLocked ? ['avainnippu on lukossa'] : []),
      ...(needsYou > 0
        ? [
            plural(needsYou, {
              one: 'yksi tili odottaa sinua',
              other: (n) => `${n} tiliä odottaa sinua`,
            }),
          ]
        : []),
    ]
    return parts.length === 0 ? 'Latchkey' : `Latchkey: ${parts.join(', ')}`
  },
  locked: 'Latchkey on lukossa',
  unlock: 'Avaa lukitus…',
  lock: 'Lukitse',
  open: 'Avaa Latchkey',
  quickLogin: 'Pikakirjautuminen…',
  settings: 'Asetukset…',
  quit: 'Lopeta Latchkey',
  checkAll: 'Tarkista kaikki tilit',
  stopChecking: 'Keskeytä tilien tarkistus',
  addAccount: 'Lisää tili…',
  allAccounts: 'Kaikki tilit…',
  noAccounts: 'Ei vielä tilejä',
  account: ({ label, where, state, active }) => {
    const marker = active ? `${activeMark} ` : ''
    const told = state === undefined || state === 'ready' ? '' : ` · ${accountStates[state].short}`
    return `${marker}${label} (${where})${told}`
  },
  copyToken: (label) => `Kopioi tilin ${label} tunniste`,
  openToCopy: (label) => `Avaa tili ${label} ja kopioi sen tunniste`,
  waiting: (label, text) => `${label}: ${text}`,
  keychainLocked: 'Avainnippu on lukossa',
  facts: (facts) => facts.join(' · '),
  fact: (label, value) => `${label}: ${value}`,
  usedOf: (used, total) => `${used} / ${total}`,
  notices: {
    title: 'Latchkey',
    active: (label) => `${label} on aktiivinen.`,
    refreshed: (label) => `${label} on aktiivinen ja sai uuden tunnisteen.`,
    loggedIn: (label) => `${label} on aktiivinen, ja olet kirjautunut sisään.`,
    copied: (label) => `Tilin ${label} tunniste kopioitu.`,
    stillCopied:
      'Kopioitu tunniste voi yhä olla leikepöydällä. Korvaa se kopioimalla jotain muuta.',
    needsYou: (label, state) => `${label}: ${state}`,
    failed: (label, title) => `${label}: ${title}`,
  },
}

export const menu: typeof en.menu = {
  file: 'Tiedosto',
  edit: 'Muokkaa',
  view: 'Näytä',
  help: 'Ohje',
  shortcuts: 'Pikanäppäimet',
  about: 'Tietoja Latchkeystä',
  services: 'Palvelut',
  hide: 'Kätke Latchkey',
  hideOthers: 'Kätke muut',
  showAll: 'Näytä kaikki',
  window: 'Ikkuna',
  minimize: 'Pienennä',
  zoomWindow: 'Zoomaa',
  allToFront: 'Tuo kaikki eteen',
  developerTools: 'Kehittäjätyökalut',
  addAccount: 'Lisää tili…',
  settings: 'Asetukset…',
  lock: 'Lukitse nyt',
  close: 'Sulje ikkuna',
  quit: 'Lopeta Latchkey',
  undo: 'Kumoa',
  redo: 'Tee uudelleen',
  cut: 'Leikkaa',
  copy: 'Kopioi',
  paste: 'Liitä',
  selectAll: 'Valitse kaikki',
  hideAddresses: 'Piilota osoitteet',
  zoomIn: 'Lähennä',
  zoomOut: 'Loitonna',
  zoomReset: 'Todellinen koko',
}

export const about: typeof en.about = {
  licence: 'Vapaa ohjelma, MIT-lisenssi. Ei mitään takuuta.',
  credits: ({ electron, chromium, node }) =>
    [
      'Tunnisteet ovat järjestelmäsi avainnipussa. Ne lähetetään vain palveluun, johon ne kuuluvat.',
      `Tehty näillä: Electron ${electron}, Chromium ${chromium}, Node ${node}, React ja keytar.`,
      'Lähdekoodin tiedostossa docs/dependencies.md luetellaan kaikki paketit ja niiden lisenssit.',
    ].join('\n'),
}

export const dialogs: typeof en.dialogs = {
  title: 'Latchkey',
  startFailed: 'Latchkey ei käynnistynyt',
  startFailedText: (reason) => `Mitään ei muutettu. ${reason}`,
  startRefused: {
    runsAlready:
      'Latchkey on jo käynnissä, mutta se ei vastaa. Sulje se tai odota, että se on päättynyt, ja käynnistä se uudelleen.',
    noLock: (folder) =>
      `Se ei voinut varmistaa, että se on käynnissä vain kerran. Tarkista, että saat kirjoittaa kansioon ${folder} ja tilapäiskansioon ja että levyllä on tilaa.`,
  },
}
