import type { CertificateProblem } from '../../site-trust'
import type * as en from '../en/trust'

/** Why a certificate is not trusted; `date` is when it runs out or begins, `host` where it was shown. */
function problem(found: CertificateProblem, date: string, host: string): string {
  switch (found.kind) {
    case 'self-signed':
      return 'Se takaa itse itsensä: mikään varmentaja ei ole sen takana.'
    case 'unknown-authority':
      return 'Järjestelmäsi ei tunne sen myöntänyttä varmentajaa.'
    case 'expired':
      return `Se vanheni ${date}.`
    case 'not-valid-yet':
      return `Sen voimassaolo alkaa ${date}. Jos hetki on jo mennyt, tarkista tämän tietokoneen kello.`
    case 'other-host':
      return `Se on myönnetty muille nimille kuin ${host}.`
    case 'other':
      return `Sen tarkistus epäonnistui: ${found.code}.`
  }
}

export const trust: typeof en.trust = {
  look: 'Katso varmennetta',
  looking: 'Haetaan…',
  decide: 'Salli http tälle sivustolle…',
  inOrder: 'Järjestelmäsi luottaa nyt tähän varmenteeseen. Yritä uudelleen.',
  allowed: {
    certificate: {
      title: 'Luotat tähän varmenteeseen',
      text: (since) =>
        `Luotettu ${since} alkaen, vain tällä sivustolla. Järjestelmäsi ei takaa varmennetta. Muut varmenteet hylätään, ellei järjestelmäsi takaa niitä.`,
      end: 'Lopeta luottaminen',
    },
    'plain-http': {
      title: 'Salaamaton',
      text: (since) =>
        `Sallittu ${since}, vain sivuston ollessa omassa verkossasi. Muut siinä verkossa voivat lukea salasanat ja tunnisteet matkalla.`,
      end: 'Peru lupa',
    },
  },
  given: {
    certificate: (site) => `Sivuston ${site} varmenteeseen luotetaan nyt. Yritä uudelleen.`,
    'plain-http': (site) => `Sivustoa ${site} saa nyt käyttää salaamatta. Yritä uudelleen.`,
  },
  ended: {
    certificate: (site) => `Sivuston ${site} varmenteeseen ei enää luoteta.`,
    'plain-http': (site) => `Sivustoa ${site} ei saa enää käyttää salaamatta.`,
  },
  facts: {
    subject: 'Kohde',
    names: 'Nimet',
    issuer: 'Myöntäjä',
    valid: 'Voimassa',
    span: (from, to) => `${from} – ${to}`,
    fingerprint: 'SHA-256-sormenjälki',
    before: 'Tähän asti luotettu',
    none: 'Ei ole',
  },
  certificate: {
    title: (host) => `Palvelimen ${host} varmenteeseen ei luoteta`,
    text: 'Mitään ei ole vielä lähetetty. Joku sinun ja palvelimen välissä voi näyttää omaa varmennettaan sen sijasta.',
    changed: (since) =>
      `Se ei ole sama, johon olet luottanut ${since} alkaen. Uusimisen jälkeen näin kuuluukin olla, muulloin ei.`,
    problems: 'Mikä siinä on vialla',
    problem,
    advice:
      'Luota siihen vain, jos sormenjälki on sama kuin palvelimella itsellään: katso sieltä tai kysy ylläpitäjältä. Varmenne hyväksytään silloin vain tällä sivustolla, kunnes perut sen.',
    confirm: (host) => `Luota varmenteeseen: ${host}`,
    cancel: 'Älä luota',
  },
  plainHttp: {
    title: (host) => `Käytetäänkö sivustoa ${host} salaamatta?`,
    text: 'Tämän osoitteen alussa on http: mikään matkalla sinne ei ole salattua. Mitään ei ole vielä lähetetty.',
    readers: 'Kaiken liikenteen voisivat lukea ja muuttaa:',
    reads: [
      'kaikki samassa verkossa, kuten vieraat Wi-Fissäsi',
      'jokainen siellä oleva laite, jota joku muu hallitsee',
    ],
    what: 'Siis salasanasi, tunnisteesi ja tiedostosi. Tunnisteella he voivat tehdä kaiken, mitä sinäkin.',
    advice:
      'Parempi on antaa sivustolle https; itse allekirjoitettu varmenne riittää. Latchkey käyttää http:tä vain, kun osoite johtaa omaan verkkoosi, ja tarkistaa sen joka kerta.',
    confirm: 'Käytä salaamatta',
    cancel: 'Älä käytä',
  },
}
