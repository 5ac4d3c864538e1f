import type { BookNotice } from '../../contract'
import type * as en from '../en/lock-file'

/** What the person must know about the lock's record, or undefined if all is well. */
function lockFileWords(notice: BookNotice): { title: string; text: string } | undefined {
  switch (notice.kind) {
    case 'fine':
      return undefined
    case 'restored': {
      const damaged =
        notice.setAside === '' ? '' : ` Vioittunut tiedosto siirrettiin syrjään: ${notice.setAside}`
      return {
        title: 'Tunnuslauseen tiedosto oli vioittunut ja on palautettu',
        text: `Käytössä on viimeisin ehjä kopio. Jos vaihdoit juuri tunnuslauseen, voimassa voi olla edellinen: vaihda se silloin uudelleen.${damaged}`,
      }
    }
    case 'damaged':
      return {
        title: 'Tunnuslauseen tiedostoa ei voitu lukea',
        text: `Latchkey ei kysy tunnuslausetta, eikä kukaan voi lukea sillä salattua. Tilisi ovat ennallaan: kirjaudu niihin uudelleen tai tuo tunnisteet varmuuskopiosta. Uudet tunnisteet säilytetään ilman tunnuslausetta, kunnes asetat sellaisen. Vioittunut tiedosto siirrettiin syrjään: ${notice.setAside}`,
      }
    case 'newer':
      return {
        title: 'Tunnuslauseen on asettanut uudempi Latchkey',
        text: 'Se avaa tämänkin version, mutta sitä ei voi vaihtaa täällä. Päivitä Latchkey, niin voit vaihtaa sen.',
      }
  }
}

export const lockFile: typeof en.lockFile = {
  words: lockFileWords,
  open: 'Avaa asetukset',
}
