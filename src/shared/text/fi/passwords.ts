import type * as en from '../en/passwords'

export const passwords: typeof en.passwords = {
  remember: 'Muista salasana pikakirjautumista varten',
  rememberHint:
    'Se tallennetaan avainnippuusi, ja sitä käytetään vain tälle tilille kirjautuessasi.',
  used: 'Käytetään tallennettua salasanaa.',
  typeAnother: 'Kirjoita toinen salasana',
  refused: 'Palvelu ei hyväksy tallennettua salasanaa. Kirjoita se, joka on nyt voimassa.',
  kept: 'Salasana on tallennettu pikakirjautumista varten.',
  forgotten: 'Latchkey on unohtanut tallennetun salasanan.',
  unfit: 'Siinä on merkki, jota avainnippu ei voi säilyttää',
  notKept: (why) => `Kirjauduit sisään, mutta salasanaa ei voitu tallentaa. ${withStop(why)}`,
  notForgotten: (why) =>
    `Kirjauduit sisään, mutta tallennettua salasanaa ei voitu poistaa. ${withStop(why)}`,
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
