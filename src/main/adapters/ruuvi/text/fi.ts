/** Ruuvi Cloud's words in Finnish. */
import type { RuuviWords } from './en'

export const fi: RuuviWords = {
  tagline: 'RuuviTag-anturien pilvi. Salasanaa ei ole: koodi tulee sähköpostiin.',
  asks: [
    {
      what: 'Sähköpostiosoitteesi',
      why: 'Salasanaa ei ole: se, joka lukee tämän osoitteen postia, pääsee sisään.',
    },
    {
      what: 'Koodi sähköpostista',
      why: 'Ruuvi Cloud lähettää sen, kun painat painiketta, eikä aiemmin. Se toimii kerran, muutaman minuutin ajan.',
    },
    {
      what: 'Ei muuta',
      why: 'Koodi kirjaa sinut sisään ja rekisteröi sinut, jos tiliä ei ollut. Tunniste menee avainnippuusi, joten seuraavalla kerralla koodia ei tarvita.',
    },
  ],
  flows: {
    register: {
      title: 'Rekisteröidy',
      text: 'Ruuvi Cloud lähettää koodin sähköpostiisi. Kun annat sen, sinut rekisteröidään ja kirjataan sisään.',
    },
    login: {
      title: 'Kirjaudu sisään',
      text: 'Ruuvi Cloud lähettää koodin sähköpostiisi. Kirjaudut sisään antamalla sen.',
    },
    verify: {
      title: 'Anna koodi',
      text: 'Olet jo saanut sähköpostiisi koodin tai linkin Ruuvi Cloudilta.',
    },
    reset: {
      title: 'Vaihda salasana',
      text: 'Ruuvi Cloudissa ei ole salasanaa, joten vaihdettavaa ei ole. Kirjaudu sen sijaan uudella koodilla. Muut istunnot pysyvät kirjautuneina, kunnes ne päätetään: jos joku on voinut päästä tilille, päätä nekin.',
    },
    token: {
      title: 'Lisää valmis tunniste',
      text: 'Liitä pääsytunniste, joka sinulla on jo. Se tarkistetaan ennen tallentamista.',
    },
  },
  facts: { sensors: 'Anturit', plan: 'Tilaus' },
  fields: {
    email: 'Sähköposti',
    code: 'Koodi tai linkki',
    codeHint: 'Sähköpostissa, yleensä neljä merkkiä. Myös koko linkki käy.',
    token: 'Pääsytunniste',
    tokenHint: 'Sana Bearer saa olla edessä.',
  },
  email: {
    title: { ask: 'Mihin koodi lähetetään?', known: 'Koodin lähettäminen' },
    ask: 'Ruuvi Cloud lähettää lyhyen koodin sähköpostiisi. Se voi olla voimassa vain muutaman minuutin, joten pidä sähköpostisi auki.',
    known: (email) =>
      `Ruuvi Cloud lähettää lyhyen koodin osoitteeseen ${email}. Se voi olla voimassa vain muutaman minuutin, joten pidä sähköpostisi auki.`,
    submit: 'Lähetä koodi',
  },
  code: {
    title: 'Anna koodi',
    sent: (email) =>
      `Ruuvi Cloud lähetti koodin osoitteeseen ${email}. Kirjoita se tähän tai liitä linkki.`,
    asked: (email) =>
      `Ruuvi Cloudia on pyydetty lähettämään koodi osoitteeseen ${email}. Kirjoita se tähän tai liitä linkki.`,
    notSent: (email) =>
      `Anna koodi, jonka Ruuvi Cloud on lähettänyt osoitteeseen ${email}. Uutta viestiä ei ole lähetetty.`,
    unknown: 'Anna koodi ja osoite, johon se lähetettiin. Uutta viestiä ei ole lähetetty.',
    linkUsesUp: 'Jos avaat linkin selaimessa, koodi kuluu: kopioi linkki sen sijaan.',
    submit: 'Kirjaudu sisään',
    resend: 'Lähetä uusi koodi',
    send: 'Lähetä koodi',
    ask: 'Minulla ei ole vielä koodia',
    sentAgain: (email) => `Uusi koodi on matkalla osoitteeseen ${email}. Käytä uusinta viestiä.`,
    mailUnsure:
      'Ruuvi Cloud ei vastannut, joten viesti on voinut lähteä tai jäädä lähtemättä. Katso sähköpostisi, ja jos mitään ei tule, lähetä uusi koodi.',
    codeUnsure:
      'Ei tiedetä, hyväksyikö Ruuvi Cloud viimeisimmän koodin. Koodi toimii vain kerran, joten lähetä uusi koodi. Se on turvallista.',
    strangeHost: (host) =>
      `Liittämäsi linkki johtaa osoitteeseen ${host}, joka ei ole Ruuvin. Siitä käytettiin vain koodi, ja se lähetettiin omalle palvelimellesi, ei sinne. Ole varovainen sen viestin kanssa.`,
  },
  waiting: {
    sent: (email) => `Odottaa koodia, joka lähetettiin osoitteeseen ${email}.`,
    unsure: (email) => `Odottaa koodia, joka ehkä lähetettiin osoitteeseen ${email}.`,
  },
  done: {
    newUser: 'Tämä Ruuvi Cloud -tili on uusi: se luotiin juuri.',
    knownUser: 'Sinulla oli jo tämä Ruuvi Cloud -tili, ja olet nyt kirjautunut sille.',
  },
  token: {
    title: 'Liitä tunnisteesi',
    text: 'Latchkey kysyy Ruuvi Cloudilta, kenen tunniste on, ja tallentaa sen järjestelmäsi avainnippuun.',
    known: (email) => `Sen on kuuluttava osoitteelle ${email}.`,
    submit: 'Tarkista ja lisää',
  },
}
