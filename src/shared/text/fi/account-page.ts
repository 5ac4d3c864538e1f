import type * as en from '../en/account-page'
import { counted, number, plural } from './counting'

export const accountPage: typeof en.accountPage = {
  copyAs: 'Kopioi muodossa',
  copyForms: {
    token: 'Tunniste',
    header: 'Authorization-otsake',
    curl: 'curl-komento',
  },
  copied: {
    token: (label, seconds) => copied(`Tilin ${label} tunniste kopioitu`, seconds),
    header: (label, seconds) => copied(`Tilin ${label} tunniste kopioitu otsakkeena`, seconds),
    curl: (label, seconds) => copied(`Tilin ${label} curl-komento kopioitu`, seconds),
  },
  life: {
    expires: (when) => `Vanhenee ${when}`,
    renewed: (when) => `Vanhenee ${when} ja päivitetään sitten`,
    soon: (when) => `Vanhenee ${when}. Kirjaudu uudelleen ennen sitä, niin mikään ei keskeydy.`,
  },
  accepted: 'Hyväksytty viimeksi',
  never: 'Ei vielä kertaakaan',
  password: 'Salasana',
  passwordKept: 'Tallessa avainnipussasi',
  forgetPassword: 'Poista tallennettu salasana',
  history: {
    title: 'Historia',
    accepted: (share, since) =>
      `Palvelu on hyväksynyt tunnisteen ${share} ajasta. Seuranta alkoi ${since}.`,
    health: { accepted: 'Hyväksytty', rejected: 'Hylätty', none: 'Ei vahvistettua tunnistetta' },
    span: (health, from, to) => `${health}: ${from} – ${to}`,
    today: 'Tänään',
    more: (count) => `Näytä vielä ${number(count)}`,
    kinds: {
      created: 'Lisätty Latchkeyhin',
      verified: 'Palvelu hyväksyi tunnisteen',
      'logged-in': 'Kirjauduttu sisään',
      refreshed: 'Tunniste päivitetty',
      imported: 'Tunniste tuotu varmuuskopiosta',
      rejected: 'Tunniste hylätty',
      'logged-out': 'Kirjauduttu ulos',
    },
  },
  sessions: {
    title: 'Missä olet kirjautuneena',
    text: (service) => `${service} pitää istunnoista luetteloa. Latchkey hakee sen, kun haluat.`,
    show: 'Näytä luettelo',
    again: 'Hae uudelleen',
    loading: 'Kysytään palvelulta…',
    count: (count) =>
      plural(count, {
        one: 'Kirjautuneena vain täällä.',
        other: (n) => `Kirjautuneena ${n} istunnossa.`,
      }),
    none: 'Palvelun luettelossa ei ole yhtään istuntoa.',
    here: 'Tämä',
    began: (date) => `Alkanut ${date}`,
    unknown: 'Istunto ilman aikatietoja',
    used: (when) => `Käytetty viimeksi ${when}`,
    end: 'Päätä',
    endNamed: (session) => `Päätä: ${session}`,
    endAll: 'Päätä muut',
    stop: 'Keskeytä',
    progress: (done, all) => `Päätetään istuntoa ${number(done + 1)}/${number(all)}…`,
    ended: 'Päätetty',
    told: (ended, failed) =>
      failed === 0
        ? `${counted(ended, 'istunto', 'istuntoa')} päätetty.`
        : `${number(ended)} päätetty, ${number(failed)} ei.`,
    ask: {
      title: (count) =>
        plural(count, {
          one: 'Päätetäänkö toinen istunto?',
          other: (n) => `Päätetäänkö ${n} muuta istuntoa?`,
        }),
      text: 'Niissä on sen jälkeen kirjauduttava uudelleen. Latchkey pysyy kirjautuneena.',
      confirm: 'Päätä muut',
      cancel: 'Säilytä ne',
    },
  },
}

function copied(what: string, seconds: number): string {
  return `${what}. Se poistuu leikepöydältä ${seconds} sekunnin kuluttua.`
}
