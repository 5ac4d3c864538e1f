/** What the steps say, in Finnish. */
import type * as en from './en-steps'

/** What a site guards itself with, by its name as people know it; there is none for a kind that is new. */
function guardedBy(kind: string): string {
  return kind === 'unknown' ? 'captcha-varmennuksella' : `captcha-varmennuksella (${kind})`
}

export const steps: typeof en.steps = {
  fields: {
    email: 'Sähköposti',
    password: 'Salasana',
    newPassword: 'Salasana',
    newPasswordHint: '6–64 merkkiä.',
    language: 'Kieli',
    languageHint: 'Sivuston sivujen ja viestien kieli.',
    captcha: 'Kuvan merkit',
    captchaHint: 'Jos kuvassa on lasku, kirjoita tulos.',
    activationLink: 'Aktivointilinkki',
    resetLink: 'Linkki sähköpostista',
    linkHint: 'Napsauta viestin painiketta hiiren kakkospainikkeella ja kopioi linkin osoite.',
    code: 'Kertakoodi',
    codeHint: 'Kuusi numeroa todennussovelluksestasi.',
    token: 'Päivitystunniste',
    tokenHint: 'Pelkkä tunniste tai JSON, jossa se on.',
  },
  actions: {
    newCaptcha: 'Uusi kuva',
    openSite: 'Avaa sivusto',
    resend: 'Lähetä viesti uudelleen',
    opened: 'Avasin linkin',
    tryLogin: 'Kokeile kirjautua',
    signUpAgain: 'Rekisteröidy uudelleen',
    forgot: 'Unohdin salasanani',
    ways: 'Miten tälle tilille kirjaudutaan?',
    back: 'Takaisin',
  },
  signUp: {
    title: 'Rekisteröidy',
    text: (site) =>
      `Rekisteröidyt sivustolle ${site}. Sivusto voi lähettää sinulle linkin sähköpostitse.`,
    known: (site, email) => `Tili sivustolle ${site} osoitteella ${email}.`,
    terms: (url) => `Rekisteröitymällä hyväksyt sivuston käyttöehdot: ${url}`,
    submit: 'Rekisteröidy',
  },
  signUpUnsure: {
    title: 'Luotiinko tili?',
    text: (site, email) =>
      `${site} ei vastannut, joten tili osoitteelle ${email} on voitu luoda tai jättää luomatta. Kokeile kirjautua: se ei muuta mitään. Jos tiliä ei ole, rekisteröidy uudelleen. Yhdelle osoitteelle ei voi syntyä täällä kahta tiliä.`,
    waiting: (email) => `Ei tiedetä, luotiinko tili osoitteelle ${email}.`,
  },
  signUpInBrowser: {
    title: 'Rekisteröidy selaimessa',
    text: (site, kind) =>
      `${site} suojaa rekisteröitymisen ${guardedBy(kind)}, joka toimii vain sen omalla sivulla. Avaa sivusto, rekisteröidy siellä ja jatka sitten täällä.`,
    submit: 'Olen rekisteröitynyt: kirjaudu',
  },
  activate: {
    title: 'Aktivoi tilisi',
    sent: (site, email) =>
      `${site} lähetti viestin osoitteeseen ${email}. Liitä siinä oleva linkki, tai avaa se selaimessa ja kerro siitä täällä. Linkki on voimassa 24 tuntia.`,
    asked: (site, email) =>
      `Sivustoa ${site} on pyydetty lähettämään linkki osoitteeseen ${email}. Liitä se, tai avaa se selaimessa ja kerro siitä täällä. Linkki on voimassa 24 tuntia.`,
    sentAgain: (site, email) =>
      `Osoitteella ${email} oli jo tili, jota ei ole aktivoitu, joten ${site} lähetti viestinsä uudelleen. Liitä siinä oleva linkki, tai avaa se selaimessa ja kerro siitä täällä.`,
    firstPasswordStays: 'Ensin valittu salasana on voimassa; juuri kirjoittamaasi ei käytetä.',
    earlier: (site, email) =>
      `Liitä aktivointilinkki, jonka ${site} lähetti osoitteeseen ${email}, tai avaa se selaimessa ja kerro siitä täällä. Uutta viestiä ei ole lähetetty.`,
    unknown: (site) =>
      `Liitä aktivointilinkki, jonka ${site} lähetti, ja osoite, johon se lähetettiin. Uutta viestiä ei ole lähetetty.`,
    mailFailed: (email) =>
      `Tili osoitteelle ${email} on valmisteltu, mutta viestiä ei voitu lähettää. Lähetä se uudelleen tai kysy sivuston ylläpitäjältä.`,
    mailUnsure:
      'Sivusto ei vastannut, joten viesti on voinut lähteä tai jäädä lähtemättä. Katso sähköpostisi, ja jos mitään ei tule, lähetä viesti uudelleen.',
    unsure:
      'Sivusto ei vastannut, joten tili on voinut aktivoitua tai jäädä aktivoimatta. Kokeile kirjautua: se ei muuta mitään.',
    done: 'Tilisi on aktivoitu.',
    already: 'Tilisi on jo aktivoitu.',
    submit: 'Aktivoi',
    waiting: (email) => `Odottaa aktivointilinkkiä, joka lähetettiin osoitteeseen ${email}.`,
  },
  resend: {
    title: 'Lähetä aktivointiviesti uudelleen',
    text: (site, email) =>
      `${site} lähettää sen, kun joku rekisteröi osoitteen ${email} uudelleen.`,
    password:
      'Siihen tarvitaan salasana. Jos tili on olemassa, sivusto ei käytä tätä, vaan ensin valittu salasana pysyy. Jos tiliä ei ole, se luodaan tällä salasanalla.',
    submit: 'Lähetä viesti',
    sent: (email) => `Viesti lähetettiin uudelleen osoitteeseen ${email}. Käytä uusinta viestiä.`,
  },
  login: {
    title: 'Kirjaudu sisään',
    text: (site) => `Kirjaudut tilillesi sivustolla ${site}.`,
    known: (site, email) => `Kirjaudut sivustolle ${site} osoitteella ${email}.`,
    remembered: 'Valitsemasi salasana on täällä vielä tiedossa.',
    hasPassword:
      'Tälle tilille kirjaudutaan salasanalla, joten kirjoittamasi ei ollut oikea. Voit vaihtaa salasanan.',
    noPassword:
      'Tällä tilillä ei ole salasanaa: sille kirjaudutaan pääsyavaimella (passkey) tai toisen palvelun kautta, mikä toimii vain sivuston omalla sivulla. Kirjaudu siellä ja lisää tilin päivitystunniste täällä.',
    accountMade: 'Tilisi on luotu.',
    submit: 'Kirjaudu sisään',
  },
  secondFactor: {
    title: 'Anna kertakoodi',
    text: (site, email) =>
      `${site} pyytää vielä yhden varmistuksen osoitteelle ${email}. Aikaa on 10 minuuttia.`,
    submit: 'Kirjaudu sisään',
  },
  askReset: {
    title: 'Vaihda salasanasi',
    text: (site) => `${site} lähettää sähköpostiisi linkin, jolla valitset uuden salasanan.`,
    known: (site, email) =>
      `${site} lähettää osoitteeseen ${email} linkin, jolla valitset uuden salasanan.`,
    submit: 'Lähetä viesti',
  },
  reset: {
    title: 'Valitse uusi salasana',
    sent: (site, email) =>
      `${site} lähetti viestin osoitteeseen ${email}. Liitä siinä oleva linkki ja valitse uusi salasana. Linkki on voimassa tunnin, ja vain uusin toimii.`,
    asked: (site, email) =>
      `Sivustoa ${site} on pyydetty lähettämään linkki osoitteeseen ${email}. Liitä se ja valitse uusi salasana. Linkki on voimassa tunnin, ja vain uusin toimii.`,
    inBrowser: (site, kind) =>
      `${site} suojaa viestin pyytämisen ${guardedBy(kind)}, joka toimii vain sen omalla sivulla. Avaa sivusto, pyydä viesti siellä ja liitä siinä oleva linkki sitten tähän.`,
    mailUnsure:
      'Sivusto ei vastannut, joten viesti on voinut lähteä tai jäädä lähtemättä. Katso sähköpostisi, ja jos mitään ei tule, lähetä viesti uudelleen.',
    unsure:
      'Sivusto ei vastannut, joten salasana on voinut vaihtua tai jäädä vaihtumatta. Kokeile kirjautua uudella: se ei muuta mitään.',
    done: 'Uusi salasanasi on voimassa.',
    submit: 'Vaihda salasana',
    waiting: (email) => `Odottaa uuden salasanan linkkiä, joka lähetettiin osoitteeseen ${email}.`,
  },
  token: {
    title: 'Liitä tunnisteesi',
    text: (site) =>
      `Latchkey vaihtaa sen sivustolla ${site} uuteen tunnistepariin, selvittää, kenelle se kuuluu, ja tallentaa sen järjestelmäsi avainnippuun.`,
    known: (email) => `Sen on kuuluttava osoitteelle ${email}.`,
    where:
      'Avaa kehittäjätyökalut selaimessa, jossa olet kirjautunut sivustolle. Valitse Application tai Storage ja sitten Local Storage ja kopioi avaimen cloudreve_session arvo.',
    because: (site, kind) =>
      `${site} suojaa kirjautumisen ${guardedBy(kind)}, joka toimii vain sen omalla sivulla. Avaa sivusto, kirjaudu siellä ja tuo sitten sen tunniste tänne.`,
    accessOnly:
      'Tämä on pääsytunniste. Se vanhenee muutamassa tunnissa, eikä sitä voi päivittää. Liitä sen mukana tullut päivitystunniste.',
    submit: 'Tarkista ja lisää',
  },
  nameAccount: {
    title: 'Kenen tili tämä on?',
    text: (nickname) =>
      `Tunniste toimii${nickname === undefined ? '' : ` ja kuuluu käyttäjälle ${nickname}`}, mutta sivusto ei kerro sähköpostiosoitetta. Millä osoitteella tili lisätään luetteloon?`,
    submit: 'Lisää',
  },
  strangeHost: (host) =>
    `Liittämäsi linkki johtaa osoitteeseen ${host}, joka ei ole tämä sivusto. Siitä käytettiin vain tarvittavat osat, ja ne lähetettiin omalle sivustollesi, ei sinne. Ole varovainen sen viestin kanssa.`,
}
