import type * as en from '../en/lock'
import { number, plural } from './counting'

export const lock: typeof en.lock = {
  title: 'Lukitus',
  off: {
    title: 'Tunnuslausetta ei ole asetettu',
    text: 'Kun asetat tunnuslauseen, jokainen tunniste ja tallennettu salasana salataan, ennen kuin se viedään avainnippuun. Ilman tunnuslausetta kukaan ei voi lukea niitä, ei tällä tietokoneella eikä sen levyn kopiosta.',
    begin: 'Aseta tunnuslause…',
  },
  turnOn: {
    title: 'Aseta tunnuslause',
    noWayBack: 'Ilman tunnuslausetta ei ole paluuta',
    noWayBackText:
      'Kukaan ei voi palauttaa unohtunutta tunnuslausetta. Tilisi säilyisivät luettelossa, mutta sinun olisi kirjauduttava niistä jokaiseen uudelleen.',
    submit: 'Aseta ja salaa',
  },
  open: {
    title: 'Tunnuslause suojaa tunnisteitasi',
    text: 'Jokainen avainnipussa oleva tunniste ja tallennettu salasana on salattu. Kun Latchkey on lukossa, mikään ei avaa niitä.',
    oldCopy:
      'Tällä levyllä oleva lukon kopio aukeaa yhä aiemmalla tunnuslauseellasi, koska sitä ei voitu kirjoittaa uudelleen. Latchkey yrittää uudelleen, kun avaat sen lukituksen tai käynnistät sen.',
    lockNow: 'Lukitse nyt',
    change: 'Vaihda tunnuslause…',
    turnOff: 'Poista tunnuslause…',
  },
  change: {
    title: 'Vaihda tunnuslause',
    text: 'Uusi on voimassa heti. Tunnisteita ei tarvitse salata uudelleen.',
    submit: 'Vaihda tunnuslause',
    done: 'Tunnuslause on vaihdettu',
  },
  turnOff: {
    title: 'Poista tunnuslause',
    text: 'Jokainen tunniste palautetaan avainnippuun entiselleen, pelkän avainnipun suojaamana.',
    submit: 'Poista tunnuslause',
  },
  cancel: 'Peru',
  empty: 'Kirjoita tunnuslauseesi.',
  resealing: {
    progress: 'Edistyminen',
    title: { sealed: 'Salataan tunnisteitasi…', clear: 'Poistetaan tunnuslausetta…' },
    text: {
      sealed:
        'Voit jatkaa työtäsi. Jos Latchkey keskeytyy, se jatkaa, kun lukitus seuraavan kerran avataan.',
      clear:
        'Voit jatkaa työtäsi. Tunnuslause on voimassa, kunnes viimeinenkin tunniste on taas avainnipussa ennallaan.',
    },
    told: (done, total) =>
      plural(total, {
        one: `${number(done)}/1 tili`,
        other: (n) => `${number(done)}/${n} tiliä`,
      }),
    stop: 'Keskeytä',
  },
  stopped: {
    title: {
      sealed: 'Kaikkia tunnisteita ei ole vielä salattu',
      clear: 'Tunnuslausetta ei ole vielä poistettu',
    },
    text: {
      sealed: 'Muut ovat yhä vain avainnipun suojassa.',
      clear: 'Muut ovat yhä sillä salattuja.',
    },
    at: (account, why) => (account === undefined ? `${why}.` : `${account}: ${why}.`),
    tooLarge: {
      title: 'Salattuna sen tunniste on liian pitkä avainnippuun',
      text: 'Poista tämä tili tai tunnuslause.',
    },
    missing: {
      title: 'Sen tunniste tai muistettu salasana ei ole avainnipussa',
      text: 'Se voi olla salattuna toisessa avainnipussa, joten tunnuslause säilyy. Avaa se avainnippu ja jatka, kirjaudu tähän tiliin uudelleen tai poista tili.',
    },
    goOn: 'Jatka',
    settings: 'Lukituksen asetukset',
  },
  idle: {
    label: 'Automaattinen lukitus',
    hint: 'Kun näppäimistöä ja hiirtä ei ole käytetty näin pitkään.',
    minutes: (minutes) =>
      minutes === 60
        ? '1 tunnin kuluttua'
        : plural(minutes, {
            one: '1 minuutin kuluttua',
            other: (n) => `${n} minuutin kuluttua`,
          }),
    never: 'Ei koskaan',
  },
  onSuspend: 'Lukitse, ennen kuin tietokone menee lepotilaan',
  withScreen: 'Lukitse näytön lukituksen yhteydessä',
  withScreenHint: {
    linux: 'Kun työpöytäsi ilmoittaa lukinneensa näytön. Useimmat ilmoittavat.',
    mac: 'Kun näyttö lukitaan tai vaihdetaan toisen käyttäjän istuntoon.',
    windows: 'Kun painat Win+L tai Windows lukitsee näytön itse.',
  },
  hideAddresses: 'Piilota ilmoitusalueen osoitteet lukittuna',
  hideAddressesHint: 'Ilmoitusalueella lukee silloin vain, että Latchkey on lukossa.',
  unlock: {
    title: 'Latchkey on lukossa',
    text: 'Avaa tilisi kirjoittamalla tunnuslauseesi.',
    submit: 'Avaa lukitus',
    wait: (time) => `Odota ${time}`,
    tries: (failed) =>
      plural(failed, {
        one: 'Yksi väärä tunnuslause viimeisimmän oikean jälkeen.',
        other: (n) => `${n} väärää tunnuslausetta viimeisimmän oikean jälkeen.`,
      }),
    forgotten: 'Unohtuiko tunnuslause?',
    forgottenText:
      'Kukaan ei voi avata sillä salattua. Jos haluat aloittaa alusta, lopeta Latchkey ja poista sen kansiosta ”lock.json” ja ”lock.json.bak”: tilisi säilyvät luettelossa, ja kirjaudut niistä jokaiseen uudelleen.',
    opened: 'Latchkeyn lukitus on avattu',
    toMain: 'Näytä tilini',
  },
  elsewhere: 'Avaa lukitus…',
}
