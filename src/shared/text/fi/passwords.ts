import type * as en from '../en/passwords'
import { plural } from './counting'

export const passwords: typeof en.passwords = {
  remember: 'Muista salasana pikakirjautumista varten',
  rememberHint:
    'Se tallennetaan avainnippuusi, ja sitä käytetään vain tälle tilille kirjautuessasi.',
  rememberHintInMemory:
    'Se on muistissa, kunnes Latchkey lopetetaan, ja sitä käytetään vain tälle tilille kirjautuessasi.',
  used: 'Käytetään tallennettua salasanaa.',
  typeAnother: 'Kirjoita toinen salasana',
  refused: 'Palvelu ei hyväksy tallennettua salasanaa. Kirjoita se, joka on nyt voimassa.',
  kept: 'Salasana on tallennettu pikakirjautumista varten.',
  forgotten: 'Tallennettu salasana on poistettu.',
  unfit: 'Siinä on merkki, jota avainnippu ei voi säilyttää',
  notKept: (why) => `Kirjauduit sisään, mutta salasanaa ei voitu tallentaa. ${withStop(why)}`,
  notForgotten: (why) =>
    `Kirjauduit sisään, mutta tallennettua salasanaa ei voitu poistaa. ${withStop(why)}`,
  make: 'Luo salasana',
  makeAnother: 'Luo toinen',
  making: 'Millainen salasana luodaan',
  length: (characters) => plural(characters, { one: '1 merkki', other: (n) => `${n} merkkiä` }),
  easy: 'Helppo kirjoittaa',
  easyHint: 'Pieniä kirjaimia ja numeroita ryhmissä, yksi iso kirjain, ei samannäköisiä merkkejä.',
  copy: 'Kopioi salasana',
  copied: (seconds) =>
    plural(seconds, {
      one: 'Salasana kopioitu. Se poistuu leikepöydältä sekunnin kuluttua.',
      other: (n) => `Salasana kopioitu. Se poistuu leikepöydältä ${n} sekunnin kuluttua.`,
    }),
  strengths: {
    common: 'Liian yleinen: se arvataan ensimmäisten joukossa.',
    weak: 'Heikko: helppo arvata.',
    fair: 'Kohtalainen: pidempi on turvallisempi.',
    good: 'Hyvä.',
    strong: 'Vahva.',
  },
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
