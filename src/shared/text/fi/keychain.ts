import type { BookNotice, KeychainView } from '../../contract'
import type * as en from '../en/keychain'
import type { KeychainWords, Platform, UnavailableReason } from '../en/keychain'

const places: Readonly<Record<Platform, string>> = {
  linux: 'työpöytäsi avainnipussa',
  mac: 'macOS:n avainnipussa',
  windows: 'Windowsin tunnistetietojen hallinnassa',
}

const asked: Readonly<Record<Platform, string>> = {
  linux: 'työpöytäsi avainnipulta',
  mac: 'macOS:n avainnipulta',
  windows: 'Windowsin tunnistetietojen hallinnalta',
}

const unlock: Readonly<Record<Platform, string>> = {
  linux:
    'Avaa lukitus ohjelmalla ”Salasanat ja avaimet” (Seahorse) tai KWalletManagerilla, tai kirjaudu työpöydällesi salasanalla automaattisen kirjautumisen sijaan.',
  mac: 'Avaa avainnippuohjelma (Keychain Access), valitse kirjautumisen avainnippu (login) ja avaa sen lukitus. Jos olet vaihtanut salasanasi, siinä voidaan kysyä vanhaa.',
  windows: 'Kirjaudu Windowsiin uudestaan ja yritä sitten uudelleen.',
}

const denied: Readonly<Record<Platform, string>> = {
  linux:
    'Latchkey ei kysy uudelleen omatoimisesti. Valitse ”Kysy uudelleen” ja anna lupa työpöydän kysymyksessä.',
  mac: 'Latchkey ei kysy uudelleen omatoimisesti. Valitse ”Kysy uudelleen” ja vastaa kysymykseen ”Salli aina”.',
  windows: 'Latchkey ei kysy uudelleen omatoimisesti. Valitse ”Kysy uudelleen” ja anna lupa.',
}

const none = { short: 'Puuttuu', title: 'Tunnisteille ei ole avainnippua' }

/** What is wrong, in one line: a keychain that is there is not called missing. */
const unavailable: Readonly<Record<UnavailableReason, Omit<KeychainWords, 'text'>>> = {
  'no-session-bus': none,
  'no-secret-service': none,
  'no-keychain-library': none,
  'not-answering': { short: 'Ei vastaa', title: 'Avainnippu ei vastaa' },
  'process-failed': { short: 'Ei vastaa', title: 'Avainnippuun ei saada yhteyttä' },
  unknown: { short: 'Ei toimi', title: 'Avainnippu ei toimi' },
}

const noKeychain: Readonly<Record<UnavailableReason, Readonly<Record<Platform, string>>>> = {
  'no-session-bus': {
    linux:
      'Latchkey toimii työpöytäistunnon ulkopuolella, joten avainnippuun ei saada yhteyttä. Kirjaudu työpöydällesi ja yritä uudelleen, tai käynnistä Latchkey sieltä tai komennolla ”dbus-run-session”.',
    mac: 'Avainnippuun ei saada yhteyttä tästä istunnosta. Käynnistä Latchkey työpöydältäsi.',
    windows:
      'Tunnistetietojen hallintaan ei saada yhteyttä tästä istunnosta. Kirjaudu työpöydälle.',
  },
  'no-secret-service': {
    linux:
      'Mikään avainnippuohjelma ei vastaa. Asenna ”gnome-keyring” (GNOME, Xfce, useimmat työpöydät) tai ota Secret Service käyttöön KWalletissa (KDE) tai KeePassXC:ssä ja yritä uudelleen.',
    mac: 'Avainnippu ei vastannut. Avaa avainnippuohjelma (Keychain Access) ja katso, onko kirjautumisen avainnippu (login) luettelossa.',
    windows:
      'Käynnistä palvelu ”Tunnistetietojen hallinta” (Credential Manager) Windowsin palveluluettelosta ja yritä uudelleen.',
  },
  'no-keychain-library': {
    linux:
      'Avainnipun käyttöön tarvittava kirjasto puuttuu. Asenna ”libsecret-1-0” (Debian, Ubuntu) tai ”libsecret” (Fedora, Arch) ja yritä uudelleen.',
    mac: 'Osa Latchkeystä on vioittunut tai puuttuu. Asenna Latchkey uudelleen. Tunnisteesi pysyvät paikallaan.',
    windows:
      'Osa Latchkeystä on vioittunut tai puuttuu. Asenna Latchkey uudelleen. Tunnisteesi pysyvät paikallaan.',
  },
  'not-answering': {
    linux: 'Yritä uudelleen. Jos se ei auta, kirjaudu ulos työpöydältäsi ja takaisin sisään.',
    mac: 'Katso, onko muiden ikkunoiden takana järjestelmän kysymys, ja yritä uudelleen.',
    windows: 'Yritä uudelleen. Jos se ei auta, kirjaudu ulos Windowsista ja takaisin sisään.',
  },
  'process-failed': {
    linux:
      'Se Latchkeyn osa, joka käyttää avainnippua, pysähtyy toistuvasti. Yritä uudelleen tai käynnistä Latchkey uudelleen.',
    mac: 'Se Latchkeyn osa, joka käyttää avainnippua, pysähtyi. Yritä uudelleen tai käynnistä Latchkey uudelleen.',
    windows:
      'Se Latchkeyn osa, joka käyttää tunnistetietojen hallintaa, pysähtyi. Yritä uudelleen tai käynnistä Latchkey uudelleen.',
  },
  unknown: {
    linux:
      'Avainnippu kieltäytyi syystä, jota Latchkey ei tunne. Yritä uudelleen tai kirjaudu työpöydällesi uudelleen.',
    mac: 'Avainnippu kieltäytyi syystä, jota Latchkey ei tunne. Yritä uudelleen tai kirjaudu tietokoneelle uudelleen.',
    windows:
      'Tunnistetietojen hallinta kieltäytyi syystä, jota Latchkey ei tunne. Yritä uudelleen tai kirjaudu Windowsiin uudelleen.',
  },
}

/** Gives the words for a state of the keychain on a platform. */
function keychainWords(view: KeychainView, platform: Platform): KeychainWords {
  switch (view.kind) {
    case 'starting':
      return {
        short: 'Avataan',
        title: 'Avataan avainnippua',
        text: `Kysytään ${asked[platform]}.`,
      }
    case 'ready':
      return {
        short: 'Käytössä',
        title: 'Avainnippu on käytössä',
        text: `Tunnisteet ovat tallessa ${places[platform]}.`,
      }
    case 'locked':
      return {
        short: 'Lukossa',
        title: 'Avainnippu on lukossa',
        text: `Tunnisteesi ovat siellä turvassa, mutta niitä ei voi käyttää. ${unlock[platform]}`,
      }
    case 'asking':
      return {
        short: 'Kysyy lupaa',
        title: 'Järjestelmäsi kysyy lupaa',
        text: 'Jatka vastaamalla kysymykseen. Se voi olla muiden ikkunoiden takana. Jos perut tässä, kysymys voi jäädä auki.',
      }
    case 'denied':
      return {
        short: 'Estetty',
        title: 'Pääsy avainnippuun estettiin',
        text: denied[platform],
      }
    case 'unavailable':
      return {
        ...unavailable[view.reason],
        text: noKeychain[view.reason][platform],
      }
    case 'memory':
      return {
        short: 'Vain muistissa',
        title: 'Tunnisteet ovat vain muistissa',
        text: 'Uudet katoavat, kun Latchkey lopetetaan, ja kirjaudut sitten uudelleen. Levylle ei kirjoiteta mitään. Avainnippuun aiemmin tallennettu säilyy siellä, eikä sitä voi poistaa ennen kuin avainnippuun saadaan taas yhteys.',
      }
  }
}

/** What the person must know about the list of accounts, or undefined if all is well. */
function bookWords(notice: BookNotice): { title: string; text: string } | undefined {
  switch (notice.kind) {
    case 'fine':
      return undefined
    case 'restored':
      return {
        title: 'Tililuettelo oli vioittunut ja on palautettu',
        text:
          notice.setAside === ''
            ? 'Tiedosto puuttui. Käytössä on viimeisin ehjä kopio, joten uusin muutos voi puuttua.'
            : `Käytössä on viimeisin ehjä kopio, joten uusin muutos voi puuttua. Vioittunut tiedosto siirrettiin syrjään: ${notice.setAside}`,
      }
    case 'damaged':
      return {
        title: 'Tililuetteloa ei voitu lukea',
        text: `Latchkey aloittaa tyhjällä luettelolla. Tunnisteesi ovat yhä avainnipussa, ja vioittunut tiedosto siirrettiin syrjään: ${notice.setAside}`,
      }
    case 'newer':
      return {
        title: 'Tililuettelo on uudemman Latchkeyn tallentama',
        text: 'Tämä versio näyttää sen mutta ei muuta siinä mitään. Päivitä Latchkey, niin voit tehdä muutoksia.',
      }
  }
}

export const keychain: typeof en.keychain = {
  title: 'Avainnippu',
  words: keychainWords,
  retry: 'Yritä uudelleen',
  askAgain: 'Kysy uudelleen',
  stopAsking: 'Peru',
  useMemory: 'Pidä tunnisteet muistissa, kunnes Latchkey lopetetaan',
  useMemoryHint:
    'Levylle ei kirjoiteta mitään. Uudelleenkäynnistyksen jälkeen kirjaudut uudelleen.',
}

export const book: typeof en.book = { words: bookWords }
