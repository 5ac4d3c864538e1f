import type * as en from '../en/settings'
import { networkError } from '../../network-error'
import type { UpdatesView } from '../../updates'

/** How it stands with newer versions of the program. */
function updatesState(updates: UpdatesView): string {
  switch (updates.kind) {
    case 'idle':
      return 'Latchkey katsoo kerran päivässä, onko uudempaa versiota.'
    case 'checking':
      return 'Uudempaa versiota etsitään…'
    case 'up-to-date':
      return 'Tämä on uusin versio.'
    case 'available':
      return `Versio ${updates.version} on saatavilla. Hae se sieltä, mistä hait Latchkeyn.`
    case 'fetching':
      return `Versiota ${updates.version} haetaan…`
    case 'ready':
      return `Versio ${updates.version} on valmiina. Se otetaan käyttöön, kun lopetat Latchkeyn.`
    case 'cannot':
      return 'Tämä Latchkey-kopio ei voi etsiä uudempia versioita. Hae uudempi sieltä, mistä sait tämän.'
    case 'failed':
      return `Latchkey ei saanut uudempaa versiota ja yrittää uudelleen vuorokauden kuluessa. ${failedWords(updates.reason)}`
  }
}

/** What came between, where it is known; otherwise in the words that it was told in. */
function failedWords(reason: string): string {
  const code = networkError(reason)
  return code === undefined
    ? `Ilmoitettu syy: ${reason}`
    : `Päivityspalvelimelta ei voitu kysyä. Virhekoodi ${code}`
}

export const settings: typeof en.settings = {
  title: 'Asetukset',
  failed: (title) => `Mitään ei muutettu: ${title}`,
  general: 'Yleiset',
  language: 'Kieli',
  languageOfSystem: 'Järjestelmän mukaan',
  appearance: 'Ulkoasu',
  appearances: { system: 'Järjestelmän mukaan', light: 'Vaalea', dark: 'Tumma' },
  startAtLogin: 'Käynnistä, kun kirjaudut tietokoneelle',
  startAtLoginHint: 'Käynnistyy ilmoitusalueelle ilman ikkunaa.',
  startAtLoginFailed:
    'Järjestelmä ei antanut Latchkeyn muuttaa tätä. Etsi Latchkey järjestelmän käynnistysohjelmista.',
  startAtLoginUnavailable: 'Vain asennettu ohjelma voi käynnistyä kirjautuessa.',
  zoom: 'Näkymän koko',
  zoomHint: 'Minkä kokoisena kaikki näytetään jokaisessa ikkunassa.',
  percent: (percent) => `${percent} %`,
  whenClosedTitle: 'Kun viimeinen ikkuna suljetaan',
  whenClosed: {
    automatic: {
      label: 'Jää ilmoitusalueelle, jos sellainen on',
      hint: 'Jos ilmoitusaluetta ei ole, Latchkey lopetetaan.',
    },
    'keep-running': {
      label: 'Pysy käynnissä',
      hint: 'Myös silloin, kun ilmoitusaluetta ei ole.',
    },
    quit: {
      label: 'Lopeta',
      hint: 'Tunnisteita ei enää tarkisteta eikä päivitetä.',
    },
  },
  trayNow: {
    there: undefined,
    missing: 'Tällä työpöydällä ei ole ilmoitusaluetta.',
    unknown: 'Latchkey ei saanut selville, onko tällä työpöydällä ilmoitusaluetta.',
  },
  wayBack: (shortcut) =>
    shortcut === undefined
      ? 'Pääset takaisin käynnistämällä Latchkeyn uudelleen.'
      : `Pääset takaisin käynnistämällä Latchkeyn uudelleen tai painamalla ${shortcut}.`,
  quickLogin: 'Pikakirjautuminen',
  shortcut: 'Pikanäppäin',
  shortcutHint: 'Avaa pikakirjautumisen mistä tahansa ohjelmasta.',
  shortcutNone: 'Ei asetettu',
  shortcutRecord: 'Aseta pikanäppäin',
  shortcutChange: 'Vaihda',
  shortcutClear: 'Poista pikanäppäin',
  shortcutPress: 'Paina näppäimiä…',
  shortcutStop: 'Peru',
  shortcutNeedsModifier: (keys) => `Pidä samalla painettuna jotain näistä: ${keys}.`,
  shortcutUnusable: 'Tämä näppäin ei sovi pikanäppäimeen. Kokeile toista.',
  shortcutSet: (keys) => `${keys} avaa pikakirjautumisen.`,
  shortcutAsked: (keys) => `Työpöydältä pyydettiin pikanäppäintä ${keys}.`,
  shortcutUnsure:
    'Työpöytä päättää, toimivatko nämä näppäimet, eikä kerro siitä. Sen omiin asetuksiin voi jäädä aiempia näppäimiä. Jos mitään ei tapahdu, lisää siellä pikanäppäin, joka suorittaa komennon:',
  shortcutRemoved: 'Pikakirjautumisella ei ole pikanäppäintä.',
  shortcutProblems: {
    taken: 'Nämä näppäimet ovat toisen ohjelman käytössä. Valitse muut tai vapauta ne siellä.',
    invalid: 'Tämä järjestelmä ei voi käyttää näitä näppäimiä pikanäppäimenä. Valitse muut.',
  },
  health: 'Tilien kunto',
  backgroundChecks: 'Tarkista tilejä taustalla',
  backgroundChecksHint:
    'Kysyy palveluilta silloin tällöin, hyväksyvätkö ne yhä tunnisteesi, ja päivittää ne ajoissa palveluissa, joissa se on mahdollista.',
  notifications: 'Ilmoita, kun jokin odottaa minua',
  notificationsHint:
    'Vain kun jokin ei etene ilman sinua. Ilmoituksessa ei koskaan ole tunnistetta.',
  servers: 'Palvelimet',
  serversText: 'Missä tilisi ovat ja mitä Latchkey saa siellä tehdä.',
  save: 'Tallenna',
  saved: (server) => `Palvelimen ${server} asetukset on tallennettu.`,
  off: 'Tyhjä: pois käytöstä',
  removeServer: 'Poista luettelosta',
  removeServerHint: 'Poista ensin sen tilit.',
  removedServer: (server) => `${server} on poistettu luettelosta.`,
  openSite: 'Avaa sivusto',
  updates: { title: 'Päivitykset', check: 'Etsi päivityksiä', state: updatesState },
  about: 'Tietoja',
  version: (version) => `Latchkey ${version}`,
  noSettings: 'Täällä ei ole asetuksia.',
}
