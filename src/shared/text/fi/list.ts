import type * as en from '../en/list'
import { home } from './accounts'
import { counted, number } from './counting'

export const list: typeof en.list = {
  count: (shown) => number(shown),
  hidden: (count) => counted(count, 'piilotettu', 'piilotettua'),
  hiddenMark: 'Piilotettu',
  moved: (label, place, of) => `${label}: sija ${number(place)}/${number(of)}.`,
  filterName: (filter) => {
    switch (filter.kind) {
      case 'tag':
        return `Tagi: ${filter.tag}`
      case 'attention':
        return 'Odottaa sinua'
      case 'state':
        return home.states[filter.state]
    }
  },
  clearFilter: (filter) => `Poista rajaus: ${filter}`,
  noMatchWithin: (query, filter) =>
    query === ''
      ? `Rajaukseen ”${filter}” ei enää kuulu yhtään tiliä.`
      : `Mikään rajauksen ”${filter}” tili ei vastaa hakua ”${query}”.`,
  more: (count) => `ja vielä ${number(count)}`,
}

export const colours: typeof en.colours = {
  red: 'Punainen',
  orange: 'Oranssi',
  yellow: 'Keltainen',
  green: 'Vihreä',
  teal: 'Sinivihreä',
  blue: 'Sininen',
  purple: 'Violetti',
  pink: 'Pinkki',
}

export const describing: typeof en.describing = {
  open: 'Nimi, väri ja tagit',
  label: 'Nimi',
  labelMissing: 'Anna tilille nimi.',
  labelTooLong: (limit) => `Enintään ${counted(limit, 'merkki', 'merkkiä')}.`,
  colour: 'Väri',
  noColour: 'Ei väriä',
  tags: 'Tagit',
  tagsHint: 'Sanoja, jotka yhdistävät tilejä. Paina kunkin jälkeen Enteriä tai pilkkua.',
  tagTooLong: (limit) => `Tagissa on enintään ${counted(limit, 'merkki', 'merkkiä')}.`,
  tooManyTags: (limit) => `Enintään ${counted(limit, 'tagi', 'tagia')}.`,
  tagThere: (tag) => `”${tag}” on jo lisätty.`,
  removeTag: (tag) => `Poista ”${tag}”`,
  showTag: (tag) => `Näytä kaikki, joilla on tagi ”${tag}”`,
  save: 'Tallenna',
  cancel: 'Peru',
  saved: (label) => `${label} on tallennettu.`,
  hide: 'Piilota luetteloista',
  unhide: 'Palauta luetteloihin',
  hiddenDone: (label) => `${label} on piilotettu ja löytyy haulla.`,
  unhiddenDone: (label) => `${label} on taas luettelossa.`,
  hiddenHint:
    'Tämä tili ei näy luetteloissa. Se toimii kuten ennen, mutta sinulle ei kerrota, kun se odottaa sinua, ellei se ole aktiivinen.',
}
