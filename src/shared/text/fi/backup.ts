import type * as en from '../en/backup'
import { all, counted, number, plural } from './counting'

type Counts = Parameters<typeof en.backup.export.doneText>[0]

function inWords({ accounts, tokens, passwords }: Counts): string[] {
  return [
    ...(accounts > 0 ? [counted(accounts, 'tili', 'tiliä')] : []),
    ...(tokens > 0 ? [counted(tokens, 'tunniste', 'tunnistetta')] : []),
    ...(passwords > 0 ? [counted(passwords, 'salasana', 'salasanaa')] : []),
  ]
}

/** How many of all accounts: ”3/7 tiliä”. */
function accountsOf(done: number, total: number): string {
  return plural(total, {
    one: `${number(done)}/1 tili`,
    other: (n) => `${number(done)}/${n} tiliä`,
  })
}

function secrets(count: number): string {
  return counted(count, 'tunniste tai salasana', 'tunnistetta tai salasanaa')
}

const contents: typeof en.backup.export.kinds = {
  accounts: {
    label: 'Tilit ilman tunnisteita',
    hint: 'Nimet, osoitteet, värit, tagit ja sivustot. Tuonnin jälkeen kirjaudut uudelleen.',
  },
  tokens: {
    label: 'Tilit ja tunnisteet',
    hint: 'Tiedostolla ja sen tunnuslauseella pääsee tileillesi kirjautumatta.',
  },
  passwords: {
    label: 'Tilit, tunnisteet ja tallennetut salasanat',
    hint: 'Myös ne salasanat, jotka olet pyytänyt Latchkeytä muistamaan.',
  },
}

/** What a group of the preview is about. */
const groups: typeof en.backup.preview.groups = {
  account: {
    title: 'Uudet tilit',
    text: 'Ne eivät ole vielä luettelossasi.',
  },
  site: {
    title: 'Uudet sivustot',
    text: 'Sivuston tilit tulevat vain sen mukana.',
  },
  settings: {
    title: 'Palvelinten asetukset',
    text: 'Ne korvaavat täällä olevat asetukset.',
  },
  description: {
    title: 'Muuttuneet nimet, värit ja tagit',
    text: 'Ne korvaavat täällä olevat tiedot.',
  },
  token: {
    title: 'Tunnisteet tileille, jotka sinulla on jo',
    text: 'Tuotava voi olla vanhempi kuin se, jonka se korvaa. Korvattu katoaa.',
  },
  password: {
    title: 'Salasanat tileille, jotka sinulla on jo',
    text: 'Tuotava voi olla vanhempi kuin se, jonka se korvaa. Korvattu katoaa.',
  },
}

const leftOut: typeof en.backup.preview.reasons = {
  'unknown-service': 'Tämä Latchkey ei tunne palvelua',
  'unknown-server': 'Palvelin ei kuulu tähän palveluun',
  unreadable: 'Merkintää ei voi lukea',
  twice: 'Tili on varmuuskopiossa kahdesti',
  'being-removed': 'Olet juuri poistamassa tätä tiliä',
}

export const backup: typeof en.backup = {
  title: 'Varmuuskopio',
  text: 'Kaikki tilisi yhdessä tiedostossa, joka on salattu omalla tunnuslauseellaan.',
  fileKind: 'Latchkeyn varmuuskopio',
  allFiles: 'Kaikki tiedostot',
  saveTitle: 'Vie varmuuskopio',
  saveButton: 'Vie',
  openTitle: 'Tuo varmuuskopio',
  openButton: 'Valitse',
  cancel: 'Peru',
  stop: 'Keskeytä',
  close: 'Valmis',
  more: (count) => `ja vielä ${number(count)}`,

  export: {
    title: 'Vienti',
    hint: 'Luo tiedoston, jonka voit säilyttää muualla.',
    begin: 'Vie varmuuskopio…',
    contents: 'Mitä kopioon tulee',
    kinds: contents,
    noWayBack: 'Kukaan ei voi avata sitä ilman tunnuslausetta',
    noWayBackText:
      'Ei edes Latchkey: unohtunutta tunnuslausetta ei voi palauttaa. Kirjoita se muistiin tai talleta se salasananhallintaan. Latchkeyn asetukset ja skriptien luvat eivät kuulu varmuuskopioon.',
    submit: 'Valitse paikka…',
    progress: 'Luettuja tilejä',
    reading: (done, total) => `${accountsOf(done, total)} luettu`,
    writing: 'Varmuuskopiota salataan ja tallennetaan.',
    unreadable: (count) => `${secrets(count)} jäi lukematta`,
    unreadableText: 'Mitään ei ole vielä tallennettu. Itse tilit voi silti viedä.',
    goOn: 'Vie ilman niitä',
    done: (file) => `”${file}” on tallennettu`,
    doneText: (counts) => {
      const parts = inWords(counts)
      return parts.length === 0
        ? 'Siihen ei ollut tallennettavia tilejä.'
        : `Siinä on ${all(parts)}.`
    },
    without: (count) => `${secrets(count)} jäi lukematta ja puuttuu siksi kopiosta.`,
    show: 'Näytä kansiossa',
    locked: 'Latchkey lukittiin ennen kuin varmuuskopio oli kirjoitettu',
    lockedText: 'Tiedostoa ei kirjoitettu, ja mahdollinen aiempi on ennallaan.',
    again: 'Yritä uudelleen',
  },

  import: {
    title: 'Tuonti',
    hint: 'Näyttää, mitä varmuuskopio muuttaisi, ennen kuin mitään muutetaan.',
    begin: 'Tuo varmuuskopio…',
    made: (when) => `Luotu ${when}.`,
    passphrase: 'Varmuuskopion tunnuslause',
    empty: 'Kirjoita tunnuslause, jolla varmuuskopio on salattu.',
    open: 'Avaa',
    another: 'Valitse toinen tiedosto…',
    progress: 'Verrattuja tilejä',
    opening: 'Varmuuskopiota avataan.',
    comparing: (done, total) => `${accountsOf(done, total)} verrattu`,
    importing: (done, total) =>
      total === 0
        ? 'Tilejä lisätään.'
        : `${number(done)}/${number(total)} tilin tunnisteet tallennettu`,
    keeping: 'Tallennettuja tunnisteita',
  },

  preview: {
    title: (file) => `Mitä ”${file}” muuttaisi`,
    text: 'Mitään ei ole vielä muutettu. Vain valitut kohdat tuodaan.',
    nothing: 'Kaikki tässä varmuuskopiossa on jo täällä.',
    empty: 'Tämä varmuuskopio on tyhjä.',
    same: (count) =>
      `${counted(count, 'tili', 'tiliä')} on täällä täsmälleen niin kuin varmuuskopiossa.`,
    groups,
    count: (ticked, total) => `${number(ticked)}/${number(total)}`,
    takeAll: (title) => `Tuo kaikki: ${title}`,
    take: (name) => `Tuo ${name}`,
    columns: { take: 'Tuo', what: 'Kohde', change: 'Muutos' },
    more: (count) => `Näytä vielä ${number(count)}`,
    adds: (token, password) => {
      const parts = [...(token ? ['tunniste'] : []), ...(password ? ['salasana'] : [])]
      return parts.length === 0 ? 'Ilman tunnistetta' : `Mukana ${all(parts)}`
    },
    tagged: (tags) => `tagit: ${tags.join(', ')}`,
    comesHidden: 'piilotettu',
    comesActive: 'aktiivinen, jos palvelimella ei ole aktiivista tiliä',
    needsSite: 'Sen sivustoa ei ole valittu',
    plainHttp: 'Salaamaton: sinne lähetettävän voi lukea matkalla',
    site: 'Lisätään palvelimiisi',
    change: (here, there) => `${here} → ${there}`,
    none: 'ei asetettu',
    fields: { label: 'Nimi', colour: 'Väri', tags: 'Tagit', hidden: 'Piilotettu' },
    hidden: (hidden) => (hidden ? 'kyllä' : 'ei'),
    tokenAdded: 'Täällä ei ole sellaista',
    tokenReplaced: 'Korvaa täällä olevan',
    ends: (when) => `päättyy ${when}`,
    endUnknown: 'päättymisaika ei tiedossa',
    leftOut: (count) => `Jää pois: ${counted(count, 'merkintä', 'merkintää')}`,
    leftOutText: 'Ne jäävät tiedostoon.',
    reasons: leftOut,
    unnamed: 'Nimetön',
    submit: (count) =>
      count === 0 ? 'Mitään ei ole valittu' : `Tuo ${counted(count, 'muutos', 'muutosta')}`,
  },

  done: {
    title: 'Varmuuskopio on tuotu',
    stopped: 'Tuonti on keskeytetty',
    locked: 'Tuonti keskeytyi, kun Latchkey lukittiin',
    failed: 'Tuonti jäi kesken',
    again: 'Jo tehty säilyy. Jatka tuomalla sama tiedosto uudelleen: mitään ei tule kahdesti.',
    added: (counts) => `Lisätty: ${all(inWords(counts))}.`,
    described: (count) =>
      `${counted(count, 'tili', 'tiliä')} sai varmuuskopion nimen, värin ja tagit.`,
    sites: (count) => `${counted(count, 'sivusto', 'sivustoa')} lisätty.`,
    settings: (count) => `${number(count)} palvelimen asetukset tuotu.`,
    nothing: 'Mitään ei muutettu.',
    changedMeanwhile: (count) =>
      plural(count, {
        one: 'Yksi kohta oli muuttunut esikatselun jälkeen, joten se jätettiin ennalleen.',
        other: (n) =>
          `${n} kohtaa oli muuttunut esikatselun jälkeen, joten ne jätettiin ennalleen.`,
      }),
    troubles: (count) => `${secrets(count)} jäi tallentamatta`,
  },
}
