import type * as en from '../en/accounts'
import { counted, number, plural } from './counting'

export const accountStates: typeof en.accountStates = {
  ready: {
    short: 'Kunnossa',
    title: 'Kunnossa',
    text: 'Tunniste on avainnipussasi.',
  },
  expired: {
    short: 'Vanhentunut',
    title: 'Tunniste on vanhentunut',
    text: 'Päivitä se, niin sinun ei tarvitse kirjautua uudelleen.',
  },
  'needs-login': {
    short: 'Kirjaudu uudelleen',
    title: 'Sinun on kirjauduttava uudelleen',
    text: 'Palvelu ei enää hyväksy tunnistetta. Tili ja sen nimi säilyvät.',
  },
  'needs-verification': {
    short: 'Kesken',
    title: 'Yksi vaihe on vielä kesken',
    text: 'Palvelu odottaa sinulta vielä jotain, ennen kuin tiliä voi käyttää.',
  },
  unreachable: {
    short: 'Ei tarkistettu',
    title: 'Tunnistetta ei voitu tarkistaa',
    text: 'Se on tallessa ja voi hyvin olla kunnossa. Tarkista uudelleen, kun palveluun saadaan taas yhteys.',
  },
  blocked: {
    short: 'Estetty',
    title: 'Palvelu on estänyt tämän tilin',
    text: 'Vain palvelu voi poistaa eston. Tili ja sen tunniste säilyvät täällä.',
  },
  'keychain-locked': {
    short: 'Avainnippu lukossa',
    title: 'Avainnippu on lukossa',
    text: 'Tunniste on siellä turvassa, mutta sitä ei voi lukea. Jatka avaamalla avainnipun lukitus.',
  },
  'secret-missing': {
    short: 'Ei käytettävää tunnistetta',
    title: 'Avainnipussa ei ole tämän tilin tunnistetta',
    text: 'Se on poistettu tai vioittunut Latchkeyn ulkopuolella. Kirjaudu uudelleen, niin saat uuden.',
  },
}

export const accountBusy: typeof en.accountBusy = {
  checking: 'Tarkistetaan…',
  refreshing: 'Päivitetään…',
  'logging-in': 'Kirjaudutaan sisään…',
  'logging-out': 'Kirjaudutaan ulos…',
  removing: 'Poistetaan…',
}

export const accounts: typeof en.accounts = {
  title: 'Tilit',
  add: 'Lisää tili',
  search: 'Etsi tilejä',
  searchHint: 'Nimi, osoite, palvelin tai tagi',
  clearSearch: 'Tyhjennä haku',
  noMatch: (query) => `Mikään tili ei vastaa hakua ”${query}”.`,
  matches: (count) => counted(count, 'tili', 'tiliä'),
  active: 'Aktiivinen',
  activeHint: 'Tilin tunnisteen voi kopioida ilmoitusalueelta, ja sallimasi skriptit saavat sen.',
  facts: 'Palvelun kertomaa',
  token: 'Tunniste',
  noToken: 'Ei ole',
  noTokenText: 'Tällä tilillä ei ole täällä tunnistetta. Tili ja sen nimi säilyvät.',
  inKeychain: 'Avainnipussasi',
  inMemory: 'Muistissa, kunnes Latchkey lopetetaan',
  readyOutOfReach:
    'Tunniste on avainnipussasi, johon ei juuri nyt saada yhteyttä. Mitään ei ole kadonnut.',
  readyInMemory: 'Tunniste on muistissa, kunnes Latchkey lopetetaan.',
  readyAccepted: 'Palvelu hyväksyy sen.',
  tokenExpires: (when) => `Vanhenee ${when}`,
  tokenExpired: (when) => `Vanhentui ${when}`,
  tokenNoExpiry: 'Palvelu ei aseta päättymispäivää',
  checked: (when) => `Tarkistettu ${when}`,
  neverChecked: 'Ei vielä tarkistettu',
  lastVerified: (at) => `Hyväksytty viimeksi ${at}`,
  neverVerified: 'Palvelu ei ole vielä vahvistanut tunnistetta',
  server: 'Palvelin',
  email: 'Sähköposti',
  lastUsed: 'Käytetty viimeksi',
  makeActive: 'Tee aktiiviseksi',
  copyToken: 'Kopioi tunniste',
  logInAgain: 'Kirjaudu uudelleen',
  check: 'Tarkista nyt',
  refresh: 'Päivitä tunniste',
  logOut: 'Kirjaudu ulos',
  remove: 'Poista',
  more: 'Muut toiminnot',
  goOn: 'Jatka',
  waitingFor: (sentence, when) => `${sentence.replace(/\.$/, '')}\u00a0· ${when}`,
  waitingSince: (when) => `Alkoi ${when}`,
  openSite: 'Avaa sivusto',
  unknownServer: 'Tuntematon palvelin',
  unknownService: 'Tuntematon palvelu',
  unknownPlace:
    'Latchkey ei enää tunne tämän tilin palvelinta. Tili ja sen tunniste säilyvät täällä.',
  done: {
    activated: (label) => `${label} on aktiivinen.`,
    checked: (label) => `${label} on kunnossa.`,
    refreshed: (label) => `Tilillä ${label} on uusi tunniste.`,
    loggedIn: (label) => `Kirjauduit sisään tilille ${label}.`,
    passwordForgotten: (label) => `Tilin ${label} tallennettu salasana on poistettu.`,
    loggedOut: (label) => `Kirjauduit ulos tililtä ${label}. Tili säilyy luettelossasi.`,
  },
  failed: (label, title) => `${label}: ${title}`,
  removal: {
    told: (label) => `${label} ei ole enää luettelossasi.`,
    withLogOut: (service) =>
      `Tunnistetta ei ole vielä poistettu. Kun aika on kulunut, Latchkey kirjautuu ulos ja poistaa tunnisteen; tili säilyy palvelussa ${service}.`,
    withoutLogOut: (service) =>
      `Tunnistetta ei ole vielä poistettu. Kun aika on kulunut, Latchkey poistaa sen täältä. ${service} ei tarjoa uloskirjautumista, joten kopioitu tunniste kelpaa edelleen.`,
    withoutToken: 'Tunnistetta ei ole täällä. Itse tili säilyy palvelussa.',
    undoWithin: (seconds) =>
      plural(seconds, {
        one: 'Kumoamiseen on aikaa yksi sekunti.',
        other: (n) => `Kumoamiseen on aikaa ${n} sekuntia.`,
      }),
    undo: 'Kumoa',
    undoOf: (label) => `Kumoa poisto: ${label}`,
    now: 'Poista heti',
    nowOf: (label) => `Poista heti: ${label}`,
    undone: (label) => `${label} on taas luettelossasi.`,
    allUndone: (count) =>
      plural(count, {
        one: 'Yksi tili on taas luettelossasi.',
        other: (n) => `${n} tiliä on taas luettelossasi.`,
      }),
    undoAll: 'Kumoa kaikki',
    unfold: 'Näytä kaikki',
    fold: 'Näytä vähemmän',
    failedThere:
      'Tili on yhä luettelossasi. Voit silti poistaa sen täältä, mutta sen istunto palvelussa päättyy silloin itsestään tai ei lainkaan.',
    anyway: 'Poista silti',
    anywayOf: (label) => `Poista silti: ${label}`,
    again: 'Yritä uudelleen',
    againOf: (label) => `Yritä poistaa uudelleen: ${label}`,
  },
  logOutConfirm: {
    title: (label) => `Kirjaudutaanko ulos tililtä ${label}?`,
    text: 'Istunto palvelussa päättyy ja tunniste poistetaan täältä. Tili säilyy luettelossasi.',
    confirm: 'Kirjaudu ulos',
    cancel: 'Pysy kirjautuneena',
  },
}

export const home: typeof en.home = {
  title: 'Tilisi',
  attention: 'Odottaa sinua',
  inUse: 'Aktiiviset',
  inUseHint:
    'Yksi tili kultakin palvelimelta. Sen tunnisteen voi kopioida ilmoitusalueelta, ja sallimasi skriptit saavat sen.',
  nothing: 'Kaikki on kunnossa.',
  byState: 'Tilit tiloittain: valinta näyttää luettelossa vain kyseiset tilit',
  states: {
    ready: 'Kunnossa',
    expired: 'Vanhentunut',
    // Long words that say where they may be parted.
    'needs-login': 'Kirjautu\u00admatta',
    'needs-verification': 'Kesken',
    unreachable: 'Tarkista\u00admatta',
    blocked: 'Estetty',
    'keychain-locked': 'Avainnippu lukossa',
    'secret-missing': 'Ei käytettävää tunnistetta',
  },
  choose: 'Valitse tili luettelosta tai lisää uusi.',
  overview: (total, ready) =>
    ready === total
      ? plural(total, { one: 'Yksi tili, kunnossa.', other: (n) => `${n} tiliä, kaikki kunnossa.` })
      : plural(total, {
          one: 'Yksi tili.',
          other: (n) => `${n} tiliä, joista ${number(ready)} kunnossa.`,
        }),
  first: {
    title: 'Jokainen tili napsautuksen päässä',
    sentences: [
      'Tunnisteet tallennetaan tämän tietokoneen omaan avainnippuun. Salasana tallennetaan vain, jos pyydät sitä, ja vain sinne.',
      'Tililuettelosi (palvelu, sähköposti, nimi) on täällä tavallisessa tiedostossa, jossa ei ole salaisuuksia.',
    ],
    talksTo: {
      services: 'Latchkeyllä ei ole omaa palvelinta: se on yhteydessä vain lisäämiisi palveluihin.',
      alsoUpdates:
        'Latchkey on yhteydessä vain lisäämiisi palveluihin ja kerran päivässä päivityspalvelimeen.',
    },
    begin: 'Aloita valitsemalla palvelu',
    list: 'Tilisi näkyvät tässä.',
    sandbox:
      'Tämän asennuksen rinnalla toimii hiekkalaatikko, joka on valmiiksi valittu niin kauan kuin kaikki tilisi ovat siellä: se hyväksyy keksittyjä osoitteita, ja sen posti saapuu tämän tietokoneen postilaatikkoon.',
    mailbox: 'Avaa hiekkalaatikon postilaatikko',
  },
}
