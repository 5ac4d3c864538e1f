import type { BookNotice } from '../../contract'
import type * as en from '../en/settings-file'

const scripts = 'Skriptit eivät saa tunnisteita, ennen kuin sallit sen uudelleen.'

/** What the person must know about the file of settings, or undefined if all is well. */
function settingsFileWords(notice: BookNotice): { title: string; text: string } | undefined {
  switch (notice.kind) {
    case 'fine':
      return undefined
    case 'restored':
      return {
        title: 'Asetukset olivat vioittuneet ja on palautettu',
        text:
          notice.setAside === ''
            ? `Niiden tiedosto puuttui. Käytössä on viimeisin ehjä kopio, joten uusin muutos voi puuttua. ${scripts}`
            : `Käytössä on viimeisin ehjä kopio, joten uusin muutos voi puuttua. ${scripts} Vioittunut tiedosto siirrettiin syrjään: ${notice.setAside}`,
      }
    case 'damaged':
      return {
        title: 'Asetuksia ei voitu lukea',
        text: `Ne ovat kuin uudessa Latchkeyssä; tilisi ovat ennallaan. ${scripts} Vioittunut tiedosto siirrettiin syrjään: ${notice.setAside}`,
      }
    case 'newer':
      return {
        title: 'Asetukset ovat uudemman Latchkeyn tallentamat',
        text: 'Tämä versio käyttää niistä tuntemiaan eikä muuta niitä. Päivitä Latchkey, niin voit tehdä muutoksia.',
      }
  }
}

export const settingsFile: typeof en.settingsFile = {
  words: settingsFileWords,
  open: 'Avaa asetukset',
}
