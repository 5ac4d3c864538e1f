import type * as en from '../en/flow'
import { counted, number } from './counting'

export const fieldProblems: typeof en.fieldProblems = {
  required: 'Pakollinen tieto.',
  'not-an-email': 'Tämä ei näytä sähköpostiosoitteelta.',
  'too-short': 'Tämä on liian lyhyt.',
  'too-long': 'Tämä on liian pitkä.',
  'not-a-choice': 'Valitse jokin vaihtoehdoista.',
  'not-a-token':
    'Tämä ei ole tunniste: siinä ei ole välilyöntejä, rivinvaihtoja eikä erikoismerkkejä. Kopioi se uudelleen.',
}

export const flow: typeof en.flow = {
  names: {
    register: 'Rekisteröidy',
    login: 'Kirjaudu sisään',
    verify: 'Vahvista osoite',
    reset: 'Vaihda salasana',
    token: 'Lisää valmis tunniste',
  },
  tooShortBy: (minimum) => `Vähintään ${counted(minimum, 'merkki', 'merkkiä')}.`,
  tooLongBy: (maximum) => `Enintään ${counted(maximum, 'merkki', 'merkkiä')}.`,
  optional: 'valinnainen',
  codeLength: (expected, actual) =>
    `Koodissa on ${counted(expected, 'merkki', 'merkkiä')}, tässä ${number(actual)}. Voit silti lähettää sen.`,
  didYouMean: (domain) => `Tarkoititko: ${domain}?`,
  takeDomain: (domain) => `Käytä: ${domain}`,
  paste: 'Liitä',
  pasteInto: (label) => `Liitä kenttään ${label}`,
  showPassword: 'Näytä salasana',
  hidePassword: 'Piilota salasana',
  showToken: 'Näytä tunniste',
  hideToken: 'Piilota tunniste',
  capsLock: 'Caps Lock on päällä.',
  captcha: 'Luettava kuva',
  captchaAlt: 'Palvelun piirtämiä vääristettyjä merkkejä tai pieni laskutehtävä',
  captchaMissing: 'Kuvaa ei voitu ladata.',
  captchaLoading: 'Ladataan kuvaa…',
  newPicture: 'Uusi kuva',
  working: 'Hetkinen…',
  stop: 'Keskeytä',
  stopped: 'Keskeytetty. Se, mikä ehti jo palveluun, on voinut toteutua siellä.',
  leave: 'Poistu',
  leaveWaiting: 'Myöhemmin',
  waitFor: (time) => `Odota ${time}`,
  availableIn: (label, time) => `${label} (odota ${time})`,
  availableNow: (label) => `${label}: onnistuu nyt.`,
  canTryAgain: 'Voit nyt yrittää uudelleen.',
  ended: {
    title: 'Tämä on jo päättynyt',
    text: 'Se vietiin loppuun tai jätettiin kesken muualla, tai sen tili poistettiin.',
    back: 'Takaisin tileihin',
  },
  done: {
    makeActive: 'Tee aktiiviseksi',
    isActive: 'Tämä on aktiivinen tili.',
    show: 'Näytä tili',
    addAnother: 'Lisää toinen tili',
  },
  unfinished: 'Viimeistele kirjautumalla sisään.',
  held: {
    title: 'Kirjauduit sisään, tallennus on kesken',
    text: 'Palvelu päästi sinut sisään, mutta avainnippu ei ottanut tunnistetta vastaan. Tunniste on muistissa, kunnes avainnippu ottaa sen vastaan tai yrität uudelleen. Palvelussa ei tarvitse toistaa mitään.',
    submit: 'Tallenna tunniste',
  },
  outcome: {
    title: 'Olet kirjautunut sisään',
    text: 'Tunniste on avainnipussasi.',
  },
  outcomeInMemory: {
    title: 'Olet kirjautunut sisään',
    text: 'Tunniste on muistissa, kunnes Latchkey lopetetaan. Sen jälkeen kirjaudut uudelleen.',
  },
  at: (service, server) =>
    server.toLowerCase().includes(service.toLowerCase()) ? server : `${service} · ${server}`,
}

export const add: typeof en.add = {
  title: 'Lisää tili',
  chooseService: 'Mikä palvelu?',
  asks: 'Mitä se pyytää ja miksi',
  chooseServer: 'Palvelin',
  chooseFlow: 'Mitä haluat tehdä?',
  other: 'Muut tavat',
  back: 'Muut palvelut',
  serverKinds: {
    production: 'Tuotanto',
    test: 'Testipalvelin',
    site: 'Sivusto',
    sandbox: 'Hiekkalaatikko',
  },
  addSite: 'Lisää sivusto',
  addressLabel: 'Sivuston osoite',
  addressHint: 'Niin kuin kirjoittaisit sen selaimeen, esimerkiksi cloud.example.org',
  addressSubmit: 'Hae sivusto',
  addressBusy: 'Haetaan…',
  siteAdded: (name) => `${name} on lisätty.`,
  noSites: 'Lisää sivusto, jolla tilisi on.',
  found: 'Sivuston kertomaa',
  unavailable: 'Ei tässä palvelussa',
  instead: (title) => `${title} sen sijaan`,
}
