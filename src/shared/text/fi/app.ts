import type * as en from '../en/app'

export const app: typeof en.app = {
  name: 'Latchkey',
  windowTitles: {
    main: 'Latchkey',
    'quick-login': 'Latchkey: pikakirjautuminen',
    settings: 'Latchkey: asetukset',
    unlock: 'Latchkey: lukossa',
  },
  skip: 'Siirry sisältöön',
  back: 'Takaisin',
  home: 'Yhteenveto',
  settings: 'Asetukset',
  close: 'Sulje',
  dismiss: 'Kuittaa',
  notices: 'Viestit',
  mailbox: 'Hiekkalaatikon postilaatikko',
  hostBadge: {
    electron: undefined,
    chromium: { label: 'Chromium-isäntä', text: 'Kehitykseen ja testaukseen' },
  },
  loading: 'Avataan tilejäsi…',
  failed: 'Latchkeyn ikkuna ei saanut tietojaan',
  tryAgain: 'Yritä uudelleen',
  mistake: {
    title: 'Tässä näkymässä on vika',
    text: 'Vika ei koske tilejäsi eikä tunnisteitasi. Avaa näkymä uudelleen. Jos vika toistuu, ilmoita siitä.',
    reload: 'Avaa uudelleen',
  },
}
