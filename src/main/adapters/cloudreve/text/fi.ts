/** Cloudreve's words in Finnish. */
import type { CloudreveWords } from './en'
import { steps } from './fi-steps'

export const fi: CloudreveWords = {
  tagline: 'Oma pilvitallennustila. Lisää sivusto sen osoitteella.',
  // No site of Cloudreve speaks Finnish.
  siteLanguage: 'en-US',
  asks: [
    {
      what: 'Sivuston osoite',
      why: 'Kuka tahansa voi ylläpitää Cloudreve-sivustoa. Latchkey katsoo ensin, mitä omasi tarjoaa, eikä lähetä siihen mitään tietojasi.',
    },
    {
      what: 'Sähköposti ja salasana',
      why: 'Valitset salasanan rekisteröityessäsi. Useimmat sivustot lähettävät sitten linkin, joka osoittaa osoitteen olevan sinun.',
    },
    {
      what: 'Joskus kuva tai kertakoodi',
      why: 'Sivusto voi näyttää kuvan, jota ohjelmat eivät osaa lukea, ja pyytää todennussovelluksesi kertakoodin, jos olet ottanut sen käyttöön. Sitten tunnisteesi menevät avainnippuun.',
    },
  ],
  flows: {
    register: { title: 'Rekisteröidy', text: 'Rekisteröi uusi tili tälle sivustolle.' },
    login: {
      title: 'Kirjaudu sisään',
      text: 'Sähköpostilla ja salasanalla, ja kertakoodilla, jos se on käytössä.',
    },
    verify: {
      title: 'Aktivoi tili',
      text: 'Olet saanut tältä sivustolta aktivointilinkin sähköpostiisi.',
    },
    reset: {
      title: 'Vaihda salasana',
      text: 'Sivusto lähettää sähköpostiisi linkin, jolla valitset uuden.',
    },
    token: {
      title: 'Lisää valmis tunniste',
      text: 'Liitä päivitystunniste, joka sinulla on jo. Se tarkistetaan ennen tallentamista.',
    },
  },
  facts: {
    nickname: 'Nimimerkki',
    group: 'Ryhmä',
    status: 'Tila',
    since: 'Jäsen alkaen',
    used: 'Tallennustilaa käytetty',
    total: 'Tallennustilaa yhteensä',
    version: 'Versio',
    signUp: 'Rekisteröityminen',
    captcha: 'Captcha-varmennus',
    terms: 'Käyttöehdot',
  },
  addressProblems: {
    'not-an-address':
      'Tämä ei ole verkko-osoite. Kirjoita se niin kuin selaimeen: cloud.example.com',
    'holds-a-login': 'Kirjoita pelkkä osoite, ilman nimeä, @-merkkiä tai salasanaa.',
  },
  tooOld: (version) =>
    `Tällä sivustolla on Cloudreven versio ${version}. Latchkey tukee versiota 4 ja uudempia.`,
  statuses: {
    active: 'Käytössä',
    inactive: 'Aktivoimatta',
    manual_banned: 'Sivuston estämä',
    sys_banned: 'Sivuston sääntöjen estämä',
  },
  signUpOpen: 'Avoin kaikille',
  signUpClosed: 'Suljettu',
  captchaAt: { signUp: 'rekisteröityminen', login: 'kirjautuminen', reset: 'salasanan vaihto' },
  captchaFact: (kind, asked) => {
    if (asked.length === 0) return 'Ei vaadita'
    const what = kind === 'image' ? 'Kuva' : kind === 'unknown' ? 'Selaimessa' : kind
    return `${what}: ${asked.join(', ')}`
  },
  ...steps,
}
