import type * as en from '../en/passphrase'
import { counted, plural } from './counting'

export const passphrase: typeof en.passphrase = {
  label: 'Tunnuslause',
  new: 'Uusi tunnuslause',
  current: 'Nykyinen tunnuslause',
  show: 'Näytä tunnuslause',
  hide: 'Piilota tunnuslause',
  rule: (minimum) =>
    `Vähintään ${counted(minimum, 'merkki', 'merkkiä')}, mitä tahansa. Neljä satunnaista sanaa on vahva tunnuslause ja helppo kirjoittaa.`,
  missing: (characters) =>
    plural(characters, {
      one: 'Tarvitaan vielä yksi merkki.',
      other: (n) => `Tarvitaan vielä ${n} merkkiä.`,
    }),
  strength: 'Vahvuus',
  strengthUnknown: 'Ei vielä tiedossa',
  strengths: {
    common: 'Liian yleinen: se arvataan ensimmäisten joukossa.',
    weak: 'Heikko: kopion saanut voisi arvata sen päivissä.',
    fair: 'Kohtalainen: arvaaminen vie viikkoja tai kuukausia.',
    good: 'Hyvä: arvaaminen vie vuosia.',
    strong: 'Vahva: sitä ei käytännössä voi arvata.',
  },
  problems: {
    'too-short': (minimum) =>
      `Liian lyhyt. Käytä vähintään ${counted(minimum, 'merkki', 'merkkiä')}.`,
    'too-long': (_, maximum) =>
      `Liian pitkä. Käytä enintään ${counted(maximum, 'merkki', 'merkkiä')}.`,
    common: () => 'Liian yleinen: se arvataan ensimmäisten joukossa. Valitse toinen.',
  },
}
