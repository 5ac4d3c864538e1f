/** IPCola's words in Finnish. */
import type { IpcolaWords } from './en'

export const fi: IpcolaWords = {
  tagline:
    'Välityspalvelimia. Rekisteröitymiseen ja salasanan vaihtoon tarvitaan 16 merkin koodi sähköpostista.',
  asks: [
    {
      what: 'Koodi sähköpostista',
      why: 'Se osoittaa, että osoite on sinun. Pyydät sen IPColan omalta sivustolta, ja IPCola lähettää sen; sitä tarvitaan rekisteröitymiseen ja salasanan vaihtoon.',
    },
    {
      what: 'Salasana',
      why: 'Valitset sen rekisteröityessäsi. Latchkey säilyttää sen vain, jos pyydät, ja vain avainnipussasi.',
    },
    {
      what: 'Kuvan lukeminen',
      why: 'IPCola näyttää kuvan joka kirjautumisessa, jotta ohjelmat eivät voi kokeilla salasanoja. Vain sinä voit vastata; sitten tunnisteesi menee avainnippuun.',
    },
  ],
  flows: {
    register: {
      title: 'Rekisteröidy',
      text: 'Tarvitset koodin, jonka IPCola lähettää sähköpostiisi. Pidä sähköpostisi auki.',
    },
    login: {
      title: 'Kirjaudu sisään',
      text: 'Sähköpostilla, salasanalla ja kuvan merkeillä.',
    },
    verify: {
      title: 'Vahvista osoite',
      text: 'IPCola vahvistaa osoitteen rekisteröitymisen tai salasanan vaihdon yhteydessä sähköpostiin tulevalla koodilla. Muuta vahvistettavaa ei ole: rekisteröidy sen sijaan.',
    },
    reset: {
      title: 'Vaihda salasana',
      text: 'Tarvitset koodin, jonka IPCola lähettää sähköpostiisi. Sen jälkeen kirjaudut uudella salasanalla.',
    },
    token: {
      title: 'Lisää valmis tunniste',
      text: 'Liitä tunniste, joka sinulla on jo. Se tarkistetaan ennen tallentamista.',
    },
  },
  facts: {
    id: 'Käyttäjänumero',
    created: 'Jäsen alkaen',
    country: 'Rekisteröitymismaa',
    roles: 'Roolit',
    'account-limit': 'Tilien enimmäismäärä',
    'whitelist-limit': 'Sallittujen enimmäismäärä',
    'reference-key': 'Oma suosittelukoodisi',
  },
  fields: {
    email: 'Sähköposti',
    password: 'Salasana',
    newPassword: 'Uusi salasana',
    newPasswordHint: 'IPCola ei kerro salasanojen sääntöjä. Pitkä on paras.',
    vcode: 'Koodi sähköpostista',
    vcodeHint: '16 merkkiä. Liitä ne uusimmasta viestistä.',
    referenceKey: 'Suosittelukoodi',
    referenceKeyHint: 'Vain, jos joku suositteli IPColaa sinulle.',
    captcha: 'Mitä kuvassa lukee?',
    captchaHint: 'Jos siinä on lasku, anna tulos.',
    token: 'Tunniste',
    tokenHint: 'Sana Bearer saa olla edessä.',
    tokenEmail: 'Tilin sähköposti',
    tokenEmailHint: 'Tarvitaan vain, jos IPCola ei kerro sitä.',
  },
  address: {
    register: { title: 'Mikä osoite tilille tulee?', text: 'Koodi lähetetään siihen.' },
    reset: { title: 'Kenen salasana vaihdetaan?', text: 'Koodi lähetetään tähän osoitteeseen.' },
    known: (email) => `Tili tulee osoitteelle ${email}. Koodi lähetetään siihen.`,
    submit: 'Jatka',
  },
  vcode: {
    register: { title: 'Anna koodi ja valitse salasana', submit: 'Rekisteröidy' },
    reset: { title: 'Anna koodi ja valitse uusi salasana', submit: 'Vaihda salasana' },
    byHand: (email) =>
      `IPCola lähettää koodin osoitteeseen ${email}. Missään ei kerrota, miten ohjelma voisi pyytää sitä, joten Latchkey ei osaa. Pyydä koodi IPColan omalla sivustolla tähän osoitteeseen ja liitä se sitten tähän.`,
    bySettings: (email) =>
      `IPCola lähettää koodin osoitteeseen ${email}. Pyydä se ja liitä se sitten tähän.`,
    sent: (email) => `IPColaa on pyydetty lähettämään koodi osoitteeseen ${email}. Liitä se tähän.`,
    send: 'Lähetä koodi',
    sendAgain: 'Lähetä uusi koodi',
    sentNow: 'Koodi on matkalla. Käytä uusinta viestiä.',
    openSite: 'Avaa IPColan sivusto',
    logIn: 'Kirjaudu sen sijaan sisään',
    tryLogIn: 'Kokeile kirjautua',
    unsure: {
      register:
        'Ei tiedetä, luotiinko tili. Kokeile kirjautua valitsemallasi salasanalla. Vasta jos se ei onnistu, rekisteröidy uudelleen uudella koodilla.',
      reset:
        'Ei tiedetä, onko uusi salasana voimassa. Kokeile kirjautua sillä. Vasta jos se ei onnistu, vaihda salasana uudella koodilla.',
    },
  },
  login: {
    title: 'Kirjaudu sisään',
    text: 'IPCola näyttää kuvan jokaisella kirjautumisella.',
    known: (email) =>
      `Kirjaudu osoitteella ${email}. IPCola näyttää kuvan jokaisella kirjautumisella.`,
    after: {
      register: (email) =>
        `Tili osoitteelle ${email} on luotu, mutta IPCola ei antanut tunnistetta. Kirjoita kuvan merkit ja kirjaudu sisään.`,
      reset: (email) =>
        `Osoitteen ${email} uusi salasana on voimassa. Kirjoita kuvan merkit ja kirjaudu sillä.`,
      unsure: (email) =>
        `Kirjoita kuvan merkit ja kokeile kirjautua osoitteella ${email} ja valitsemallasi salasanalla.`,
    },
    submit: 'Kirjaudu sisään',
    newPicture: 'Uusi kuva',
    otherPassword: 'Käytä toista salasanaa',
  },
  waiting: {
    register: (email) => `Odottaa koodia, joka lähetettiin osoitteeseen ${email}.`,
    reset: (email) => `Odottaa koodia salasanan vaihtoon, osoitteeseen ${email}.`,
    login: (email) => `Viimeistele kirjautumalla osoitteella ${email}.`,
  },
  token: {
    title: 'Liitä tunnisteesi',
    text: 'Latchkey kysyy IPColalta, kenen tunniste on, ja tallentaa sen järjestelmäsi avainnippuun.',
    known: (email) => `Sen on kuuluttava osoitteelle ${email}.`,
    submit: 'Tarkista ja lisää',
  },
  settings: {
    vcodeMethod: {
      label: 'Koodipyynnön metodi',
      hint: 'Missään ei kerrota, miten IPColaa pyydetään lähettämään koodi. Jos tiedät sen, anna se tässä.',
    },
    vcodePath: {
      label: 'Koodipyynnön polku',
      hint: 'Alussa on /. Tyhjä on pois käytöstä: silloin pyydät koodin IPColan sivustolla.',
    },
    vcodeBody: {
      label: 'Koodipyynnön runko',
      hint: 'JSON POST-pyyntöä varten; osoitteen kohdalla {email}.',
    },
    notAMethod: 'Valitse POST tai GET.',
    notAPath: 'Anna polku tällä palvelimella: alussa yksi /, ei välilyöntejä.',
    notJson: 'Anna JSON-objekti, esimerkiksi {"email": "{email}"}.',
    noMark: 'Pane {email} osoitteen kohdalle.',
  },
}
