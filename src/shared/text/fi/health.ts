import type * as en from '../en/health'
import { counted, number, plural } from './counting'

export const health: typeof en.health = {
  title: 'Tarkista kaikki',
  text: 'Kysyy palveluilta, hyväksyvätkö ne yhä tunnisteesi. Kullakin palvelimella tarkistetaan kaksi tiliä kerrallaan.',
  begin: 'Tarkista kaikki tilit',
  again: 'Tarkista uudelleen',
  cancel: 'Keskeytä',
  progress: 'Tarkistettuja tilejä',
  running: (done, total) => `${number(done)}/${number(total)} tarkistettu`,
  pause: (server, when) => `${server} pyytää taukoa. Tarkistus jatkuu klo ${when}.`,
  ended: (when) => `Tarkistettu ${when}`,
  cancelled: (done, total, when) =>
    `Keskeytetty ${when}, ${number(done)}/${number(total)} tarkistettu`,
  nothing: 'Millään tilillä ei ole tarkistettavaa tunnistetta.',
  outcome: {
    fine: (count) => `${number(count)} kunnossa`,
    needs: (count) => `${number(count)} odottaa sinua`,
    notAsked: (count) => `${number(count)} jäi tarkistamatta`,
    locked: (count) => `${number(count)} odottaa avainnippua`,
  },
  show: 'Näytä',
  hide: 'Piilota',
  more: (count) => `ja vielä ${number(count)}`,
  expiring: 'Vanhenee vuorokauden kuluessa',
  expiringText: (count) =>
    plural(count, {
      one: 'Tätä tunnistetta ei voi päivittää. Kirjaudu uudelleen, ennen kuin se vanhenee.',
      other: 'Näitä tunnisteita ei voi päivittää. Kirjaudu uudelleen, ennen kuin ne vanhenevat.',
    }),
  expires: (when) => `vanhenee ${when}`,
}

export const notices: typeof en.notices = {
  needsOne: (label) => `${label} odottaa sinua`,
  needsMany: (count) => `${counted(count, 'tili', 'tiliä')} odottaa sinua`,
  needsOneText: (state) => `${state}. Avaa tili napsauttamalla.`,
  needsManyText: 'Näytä ne napsauttamalla.',
  expiresOne: (label) => `${label}: kirjautuminen päättyy pian`,
  expiresOneText:
    'Tilin tunniste vanhenee vuorokauden kuluessa, eikä sitä voi päivittää. Avaa tili napsauttamalla.',
  expiresMany: (count) =>
    plural(count, {
      one: 'Yhden tilin kirjautuminen päättyy pian',
      other: (n) => `${n} tilin kirjautuminen päättyy pian`,
    }),
  expiresManyText:
    'Niiden tunnisteet vanhenevat vuorokauden kuluessa, eikä niitä voi päivittää. Näytä ne napsauttamalla.',
  namelessText: 'Latchkey on lukossa. Avaa lukitus napsauttamalla.',
}
