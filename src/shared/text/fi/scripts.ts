import type * as en from '../en/scripts'
import type { LoginReason } from '../en/scripts'
import { plural } from './counting'

export const scriptAnswers: typeof en.scriptAnswers = {
  off: 'Tunnisteiden antaminen skripteille on pois päältä. Salli se Latchkeyn asetuksissa.',
  refused: 'Pyyntö kiellettiin Latchkeyn ikkunassa.',
  unanswered: 'Kukaan ei vastannut ajoissa Latchkeyn ikkunan kysymykseen.',
  tooMany: 'Liian moni ohjelma odottaa vastausta Latchkeyn ikkunassa.',
  left: 'Latchkey on sulkeutumassa.',
  latchkeyLocked: 'Latchkey on lukossa. Avaa lukitus tunnuslauseellasi.',
  locked:
    'Avainnippu on lukossa. Avaa sen lukitus tai valitse Latchkeyn ikkunassa ”Yritä uudelleen”.',
  keychain: 'Latchkey ei voinut lukea tunnistetta avainnipusta. Syy näkyy sen ikkunassa.',
  busy: 'Liian moni ohjelma kysyy Latchkeyltä yhtä aikaa. Yritä uudelleen.',
  unclear: 'Latchkey ei ymmärtänyt pyyntöä. Onko komento samaa versiota?',
  internal: 'Latchkey teki virheen. Tarkemmat tiedot ovat sen lokissa.',
  noSuchService: (word) => `Palvelua tai palvelinta ”${word}” ei ole. Palvelut:`,
  noSuchAccount: (name) =>
    `Tiliä ”${name}” ei ole täällä. Katso tilit komennolla: latchkey accounts`,
  severalAccounts: (name) => `”${name}” on usean tilin nimi:`,
  severalServers: (service) =>
    `Palvelussa ${service} on aktiivisia tilejä usealla palvelimella. Nimeä niistä yksi tai käytä valitsinta --account:`,
  noAccounts: (service) => `Palvelussa ${service} ei ole tilejä.`,
  noneActive: (service) =>
    `Palvelussa ${service} ei ole aktiivista tiliä. Valitse tili valitsimella --account tai komennolla: latchkey switch ACCOUNT`,
  loginRequired: (account, why) =>
    `Tilillä ${account} ei ole annettavaa tunnistetta: ${loginReasons[why]}`,
  rejected: (account) =>
    `Tilille ${account} on kirjauduttava uudelleen: palvelu ei enää hyväksy sen tunnistetta. Kirjaudu Latchkeyn ikkunassa.`,
  failed: (account, title) =>
    `Tilin ${account} tunniste on vanhentunut, eikä sitä voitu päivittää: ${title}`,
  unsafe: (account) =>
    `Tilin ${account} tunnisteessa on merkkejä, jotka eivät kuulu otsakkeeseen, joten sitä ei tulosteta. Kopioi se Latchkeyn ikkunassa.`,
  notSaved: 'Muutosta ei voitu tallentaa levylle.',
}

const loginReasons: Readonly<Record<LoginReason, string>> = {
  ready: 'kirjaudu uudelleen Latchkeyn ikkunassa.',
  expired: 'kirjaudu uudelleen Latchkeyn ikkunassa.',
  unreachable: 'kirjaudu uudelleen Latchkeyn ikkunassa.',
  'needs-login': 'kirjaudu uudelleen Latchkeyn ikkunassa.',
  'needs-verification': 'se odottaa vahvistusta Latchkeyn ikkunassa.',
  blocked: 'palvelu on estänyt tilin. Ota yhteyttä sen tukeen.',
  'keychain-locked': 'avainnippu on lukossa.',
  'secret-missing': 'sitä ei enää ole avainnipussa. Kirjaudu uudelleen Latchkeyn ikkunassa.',
  'secret-sealed':
    'se on salattu tunnuslauseella, jota ei enää ole. Lopeta Latchkey, palauta ”lock.json” sen kansion kopiosta ja käynnistä Latchkey uudelleen, tai kirjaudu uudelleen sen ikkunassa.',
}

/** Why no command is answered at a path, and the way out. */
const unsafePlaces: typeof en.scripts.problem.unsafe = {
  'other-owner': (path) =>
    `${path} kuuluu toiselle käyttäjälle, joten komentoihin ei vastata. Vaihda sen omistajaksi itsesi tai, jos Latchkey on luonut sen, siirrä se pois. Käynnistä sitten Latchkey uudelleen.`,
  'open-to-others': (path) =>
    `Muut voivat avata kohteen ${path} tai muuttaa sitä, joten komentoihin ei vastata. Poista muiden oikeudet siihen, jos kukaan muu ei tarvitse sitä; muuten pidä Latchkeyn kansiota muualla. Käynnistä sitten Latchkey uudelleen.`,
  'closed-to-us': (path) =>
    `${path} on suljettu Latchkeyltä, joten komentoihin ei vastata. Anna itsellesi oikeus siihen ja käynnistä Latchkey uudelleen.`,
  'wrong-kind': (path) =>
    `${path} on jotain muuta kuin mitä Latchkey sinne luo, joten komentoihin ei vastata. Siirrä se pois ja käynnistä Latchkey uudelleen.`,
}

export const scripts: typeof en.scripts = {
  title: 'Tunnisteet skripteille',
  text: 'Tämän tietokoneen ohjelmat voivat saada tunnisteen yhdellä komennolla, kun Latchkey on käynnissä.',
  mode: 'Kun ohjelma pyytää tunnistetta',
  modes: {
    off: { label: 'Pois', hint: 'Mikään ohjelma ei saa tunnistetta.' },
    ask: { label: 'Kysy', hint: 'Jokaisesta ohjelmasta kysytään, kunnes sallit sen pysyvästi.' },
    on: {
      label: 'Päällä',
      hint: 'Jokainen käyttäjätunnuksellasi toimiva ohjelma saa tunnisteen pyytämällä.',
    },
  },
  command: 'Skriptissä tai päätteessä',
  commandHint:
    'Tulostaa aktiivisen tilin tunnisteen eikä mitään muuta. Lisätietoja saat valitsimella --help.',
  allowed: 'Sallitut ohjelmat',
  allowedText: 'Nimet ovat ohjelmien omia väitteitä; mikään ei todista niitä.',
  noneAllowed: 'Ei vielä yhtään. Ohjelma tulee tähän, kun vastaat kysymykseen ”Salli aina”.',
  remove: 'Poista',
  removeProgram: (program) => `Poista ${program}`,
  problem: {
    title: 'Skriptit eivät saa yhteyttä Latchkeyhin',
    text: 'Latchkey ei voinut avata komentojen vastaanottoa, joten se ei vastaa niihin.',
    unsafe: unsafePlaces,
  },
  question: {
    title: {
      token: 'Annetaanko tälle ohjelmalle tunniste?',
      switch: 'Saako tämä ohjelma vaihtaa tiliä?',
    },
    program: 'Ohjelma',
    account: { token: 'Tunniste tililtä', switch: 'Aktiiviseksi' },
    unknownAccount: 'Tili, jota ei enää ole täällä',
    warning:
      'Näin ohjelma kertoo itsestään; mikä tahansa käyttäjätunnuksellasi toimiva ohjelma voisi väittää samaa. Salli se vain, jos juuri käynnistit sen.',
    consequence: {
      token: 'Tunnisteella se voi tehdä palvelussa kaiken, mitä sinäkin.',
      switch: 'Skriptit, jotka eivät nimeä tiliä, käyttävät jatkossa tätä.',
    },
    alwaysMeans: '”Salli aina” koskee kaikkien tilien tunnisteita sekä tilin vaihtamista.',
    once: 'Salli kerran',
    always: 'Salli aina',
    refuse: 'Kiellä',
    more: (count) =>
      plural(count, { one: 'Yksi muu odottaa.', other: (n) => `${n} muuta odottaa.` }),
  },
}
