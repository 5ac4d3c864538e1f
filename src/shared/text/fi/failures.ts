import type { FailureCode } from '../../failure'
import type * as en from '../en/failures'

export const failures: typeof en.failures = {
  'invalid-input': {
    title: 'Jotain puuttuu tai on väärin',
    text: 'Mitään ei lähetetty. Katso merkittyä kenttää ja yritä uudelleen.',
  },
  'wrong-credentials': {
    title: 'Sähköposti tai salasana on väärin',
    text: 'Et kirjautunut sisään, eikä mitään muutettu. Tarkista molemmat ja yritä uudelleen tai vaihda salasana.',
  },
  'wrong-code': {
    title: 'Koodi ei ole oikein',
    text: 'Palvelu ei hyväksynyt sitä, eikä mitään muutettu. Vertaa sitä uusimpaan viestiin tai lähetä uusi koodi.',
  },
  'code-expired': {
    title: 'Koodi on jo käytetty tai liian vanha',
    text: 'Tämä yritys ei muuttanut mitään. Lähetä uusi koodi ja käytä vain uusinta viestiä.',
  },
  'captcha-wrong': {
    title: 'Kuvassa lukee jotain muuta',
    text: 'Mitään ei muutettu, ja kirjoittamasi on tallella. Tässä on uusi kuva.',
  },
  'captcha-needs-browser': {
    title: 'Tämän sivuston captcha-varmennus toimii vain selaimessa',
    text: 'Mitään ei lähetetty. Kirjaudu sivustolle selaimessa ja tuo sitten sen tunniste tänne.',
  },
  'second-factor-wrong': {
    title: 'Kertakoodi ei ole oikein',
    text: 'Et ole vielä kirjautunut sisään. Odota todennussovelluksen seuraavaa koodia ja tarkista tämän tietokoneen kello.',
  },
  'attempt-expired': {
    title: 'Tämä kesti kauemmin kuin palvelu sallii',
    text: 'Palvelu keskeytti tämän, ja tili on ennallaan. Aloita alusta.',
  },
  'email-taken': {
    title: 'Tällä sähköpostiosoitteella on jo tili',
    text: 'Tiliä ei luotu. Kirjaudu sisään tai käytä toista osoitetta.',
  },
  'email-unknown': {
    title: 'Tällä sähköpostiosoitteella ei ole tiliä',
    text: 'Mitään ei muutettu. Tarkista osoite tai rekisteröi uusi tili.',
  },
  'email-unconfirmed': {
    title: 'Sähköpostiosoitetta ei ole vielä vahvistettu',
    text: 'Et kirjautunut sisään. Avaa palvelun lähettämässä viestissä oleva linkki ja kirjaudu sitten.',
  },
  'email-mismatch': {
    title: 'Koodi kuuluu toiselle osoitteelle',
    text: 'Koodi oli eri osoitteelle kuin antamasi, joten mitään ei tallennettu. Käytä tähän osoitteeseen lähetettyä viestiä.',
  },
  'sign-up-closed': {
    title: 'Tämä palvelin ei ota uusia tilejä',
    text: 'Tiliä ei luotu. Pyydä tiliä palvelimen ylläpitäjältä tai kirjaudu sisään, jos sinulla on jo tili.',
  },
  'already-verified': {
    title: 'Tili on jo vahvistettu',
    text: 'Vahvistettavaa ei enää ole. Voit kirjautua sisään.',
  },
  'account-blocked': {
    title: 'Palvelu on estänyt tämän tilin',
    text: 'Tili ja sen tunniste säilyvät luettelossasi. Vain palvelu voi poistaa eston: ota yhteyttä sen tukeen.',
  },
  'rate-limited': {
    title: 'Liian monta yritystä lyhyessä ajassa',
    text: 'Palvelu pyytää odottamaan. Kirjoittamasi on tallella, eikä mitään lähetetä itsestään.',
  },
  'token-rejected': {
    title: 'Palvelu ei enää hyväksy tätä tunnistetta',
    text: 'Tili ja sen nimi säilyvät. Kirjaudu uudelleen, niin saat uuden tunnisteen.',
  },
  'mail-failed': {
    title: 'Palvelu ei saanut lähetettyä sähköpostia',
    text: 'Palvelu on silti voinut jo käsitellä pyyntösi. Tarkista osoite ja yritä uudelleen muutaman minuutin kuluttua.',
  },
  offline: {
    title: 'Palvelimeen ei saada yhteyttä',
    text: 'Tarkista verkko ja palvelimen osoite ja yritä sitten uudelleen.',
  },
  timeout: {
    title: 'Palvelin ei vastannut ajoissa',
    text: 'Täällä ei muutettu mitään. Yritä hetken kuluttua uudelleen.',
  },
  'outcome-unknown': {
    title: 'Ei tiedetä, onnistuiko tämä',
    text: 'Pyyntö lähetettiin, mutta vastausta ei tullut. Sitä ei lähetetä itsestään uudelleen: selvitä ensin tilanne kirjautumalla sisään tai lähettämällä uusi koodi.',
  },
  'tls-untrusted': {
    title: 'Palvelimen varmenteeseen ei luoteta',
    text: 'Mitään ei lähetetty, sillä joku voisi kuunnella. Yritä toisessa verkossa tai kysy palvelimen ylläpitäjältä.',
  },
  'unencrypted-private': {
    title: 'Palvelin ei salaa yhteyttä',
    text: 'Mitään ei lähetetty: kaikki samassa verkossa voisivat lukea sen. Omalle sivustollesi voit sallia sen.',
  },
  'unencrypted-public': {
    title: 'Palvelin ei salaa yhteyttä eikä ole sinun verkossasi',
    text: 'Mitään ei lähetetty, sillä http-yhteyttä voisi kuka tahansa matkalla lukea ja muuttaa. Käytä sivuston https-osoitetta.',
  },
  'proxy-needs-sign-in': {
    title: 'Verkkosi välityspalvelin vaatii kirjautumisen',
    text: 'Palveluun ei päätynyt mitään. Kirjaudu välityspalvelimeen järjestelmän verkkoasetuksissa ja yritä uudelleen.',
  },
  redirected: {
    title: 'Palvelin ohjaa toiseen osoitteeseen',
    text: 'Latchkey ei seuraa ohjausta, jottei mitään lähetetä väärään paikkaan. Jos uusi osoite on oikea, lisää se palvelimeksi.',
  },
  'not-the-service': {
    title: 'Jokin muu vastasi',
    text: 'Palvelun sijasta tuli verkkosivu: osoite voi olla väärä, tai tähän verkkoon on ensin kirjauduttava selaimessa. Mitään ei muutettu.',
  },
  'unexpected-answer': {
    title: 'Palvelu vastasi tavalla, jota Latchkey ei tunne',
    text: 'Mitään ei tallennettu. Palvelu on voinut muuttua: yritä myöhemmin uudelleen tai uudemmalla Latchkeyllä.',
  },
  'service-error': {
    title: 'Palvelu ilmoittaa virheestä',
    text: 'Se ei tehnyt pyydettyä. Yritä hetken päästä uudelleen.',
  },
  'keychain-unavailable': {
    title: 'Tunnisteelle ei ole avainnippua',
    text: 'Tili on luettelossasi, mutta sen tunnistetta ei voitu tallentaa tai lukea. Ota avainnippu käyttöön ja yritä uudelleen.',
  },
  'keychain-locked': {
    title: 'Avainnippu on lukossa',
    text: 'Mitään ei ole kadonnut. Avaa sen lukitus ja yritä uudelleen.',
  },
  'keychain-copy-locked': {
    title: 'Ei poistettu: toisessa avainnipussa on kopio',
    text: 'Se on lukossa, ja siinä on tämän tilin aiempi tunniste tai salasana. Avaa sen lukitus ohjelmalla ”Salasanat ja avaimet” (Seahorse) tai KWalletManagerilla, tai poista koko avainnippu siellä, jos sen salasana on unohtunut. Yritä sitten uudelleen.',
  },
  'keychain-denied': {
    title: 'Järjestelmä esti pääsyn avainnippuun',
    text: 'Mitään ei ole kadonnut. Latchkey kysyy uudelleen vasta, kun pyydät.',
  },
  'keychain-timeout': {
    title: 'Avainnippu ei vastannut',
    text: 'Mitään ei ole kadonnut. Järjestelmän kysymys voi olla muiden ikkunoiden takana. Vastaa siihen ja yritä uudelleen.',
  },
  'keychain-out-of-reach': {
    title: 'Ei poistettu: avainnippuun ei saada yhteyttä',
    text: 'Siinä on yhä tämän tilin aiempi tunniste tai salasana. Kun avainnippu on taas käytettävissä, käynnistä Latchkey uudelleen ja yritä sitten uudestaan.',
  },
  'secret-missing': {
    title: 'Avainnipussa ei ole tämän tilin tunnistetta',
    text: 'Se on poistettu tai vioittunut Latchkeyn ulkopuolella. Tili ja sen nimi säilyvät. Kirjaudu uudelleen, niin saat uuden tunnisteen.',
  },
  'secret-too-large': {
    title: 'Tämä on liian pitkä avainnippuun',
    text: 'Sitä ei tallennettu: avainnippuun mahtuu enintään 2\u00a0500 tavua. Tarkista, että kopioit vain tunnisteen.',
  },
  'secret-sealed': {
    title: 'Tämä tunniste on salattu tunnuslauseella, jota ei enää ole',
    text: 'Mitään ei poistettu. Lopeta Latchkey, palauta ”lock.json” sen kansion kopiosta ja käynnistä Latchkey uudelleen, tai hanki uusi tunniste kirjautumalla uudelleen.',
  },
  'latchkey-locked': {
    title: 'Latchkey on lukossa',
    text: 'Mitään ei tehty. Avaa lukitus tunnuslauseellasi ja yritä uudelleen.',
  },
  'wrong-passphrase': {
    title: 'Tunnuslause ei ole oikein',
    text: 'Mitään ei muutettu. Tarkista Caps Lock ja näppäimistön kieli ja yritä uudelleen.',
  },
  'too-many-tries': {
    title: 'Liian monta väärää tunnuslausetta',
    text: 'Tätä ei tarkistettu, eikä mitään muutettu. Odota ja yritä sitten uudelleen: jokainen väärä pidentää odotusta, eikä uudelleenkäynnistys lyhennä sitä.',
  },
  'not-a-backup': {
    title: 'Tämä tiedosto ei ole Latchkeyn varmuuskopio',
    text: 'Mitään ei muutettu. Valitse Latchkeyn tallentama tiedosto, jonka nimen lopussa on yleensä ”.latchkey”.',
  },
  'backup-damaged': {
    title: 'Varmuuskopio on vioittunut',
    text: 'Se ei ole sellainen kuin tallennettaessa, joten siitä ei tuotu mitään eikä mitään muutettu. Kopioi se uudelleen alkuperäisestä paikasta tai käytä toista varmuuskopiota.',
  },
  'backup-newer': {
    title: 'Varmuuskopio on tehty uudemmalla Latchkeyllä',
    text: 'Tämä versio ei osaa lukea sitä, eikä mitään muutettu. Päivitä Latchkey ja tuo kopio uudelleen.',
  },
  'backup-too-large': {
    title: 'Tämä on liian suuri varmuuskopioksi',
    text: 'Varmuuskopio on enintään 64\u00a0Mt ja purettuna 128\u00a0Mt, ja siinä on enintään 100\u00a0000 tiliä. Mitään ei tallennettu eikä muutettu.',
  },
  'backup-not-read': {
    title: 'Tiedostoa ei voi lukea',
    text: 'Mitään ei muutettu. Tarkista, että se on yhä paikallaan ja että sinulla on oikeus avata se, ja yritä uudelleen.',
  },
  'backup-not-written': {
    title: 'Varmuuskopiota ei voitu tallentaa',
    text: 'Uutta kopiota ei ole, ja paikalla ennestään ollut tiedosto on ennallaan. Vapauta tilaa tai valitse toinen paikka.',
  },
  'book-damaged': {
    title: 'Tililuetteloa ei voitu lukea',
    text: 'Siksi ei tiedetä, mitä tunnisteita on, eikä mitään muutettu. Lopeta Latchkey ja palauta ”book.json” sen kansion kopiosta ennen kuin käynnistät sen uudelleen; ilman sitä Latchkey jatkaa uudella luettelolla.',
  },
  'book-read-only': {
    title: 'Tätä ei voi muuttaa täällä',
    text: 'Sen tiedosto on uudemman Latchkeyn tallentama, joten tämä versio vain lukee sitä. Mitään ei muutettu. Päivitä Latchkey.',
  },
  'disk-failed': {
    title: 'Tätä ei voitu tallentaa',
    text: 'Levy esti tallennuksen. Vapauta tilaa tai tarkista kansion oikeudet ja yritä uudelleen.',
  },
  'file-changed': {
    title: 'Tätä on muutettu muualta',
    text: 'Toinen ohjelma, ehkä toinen Latchkey, on muuttanut tiedostoa, jossa tämä säilytetään. Mitään ei korvattu, eikä muutostasi tallennettu. Sulje kaikki Latchkeyt, käynnistä yksi uudelleen ja tee muutos uudestaan.',
  },
  'not-found': {
    title: 'Tätä ei enää ole',
    text: 'Se on sillä välin poistettu tai päättynyt. Mitään muuta ei muutettu; palaa takaisin ja valitse uudelleen.',
  },
  'own-session': {
    title: 'Latchkey itse käyttää tätä istuntoa',
    text: 'Sitä ei päätetty. Jos haluat sen päättyvän, kirjaudu ulos.',
  },
  'unsafe-to-copy': {
    title: 'Tunniste ei sovi komentoon',
    text: 'Siinä on merkkejä, jotka pääte tulkitsisi väärin, joten mitään ei kopioitu. Kopioi pelkkä tunniste.',
  },
  unsupported: {
    title: 'Palvelu ei tarjoa tätä',
    text: 'Mitään ei muutettu. Tee tämä palvelun omalla sivustolla.',
  },
  cancelled: {
    title: 'Keskeytetty',
    text: 'Keskeytit tämän. Se, mikä ehti jo palveluun, on voinut toteutua siellä; yritä uudelleen, niin se selviää.',
  },
  internal: {
    title: 'Latchkey teki virheen',
    text: 'Vika on ohjelmassa, ei sinussa. Yritä uudelleen; jos tämä toistuu, kopioi vianmääritystiedot asetuksista ja ilmoita siitä.',
  },
}

export const remedies: typeof en.remedies = {
  'log-in': 'Kirjaudu sisään',
  register: 'Rekisteröidy',
  verify: 'Vahvista osoite',
  'use-token': 'Lisää valmis tunniste',
  'start-over': 'Aloita alusta',
  reset: 'Vaihda salasana',
  resend: 'Lähetä uusi koodi',
  'open-site': 'Avaa palvelun sivusto',
  keychain: 'Kysy avainnipulta uudelleen',
  'another-file': 'Valitse toinen tiedosto',
  retry: 'Yritä uudelleen',
}

/** What the detail of a failure means; `service` is who says it, if it was not found by Latchkey. */
function detailWords(code: FailureCode, detail: string, service: string | undefined): string {
  if (service !== undefined) return `${service} sanoo: ”${detail}”`
  if (code === 'unexpected-answer') return `Odotuksista poikkeaa: ${detail}`
  if (code === 'redirected') return `Se ohjaa osoitteeseen ${detail}`
  if (code.startsWith('unencrypted-')) return `Osoite: ${detail}`
  // A sentence, which says all by itself.
  if (code === 'unsupported') return detail
  return `Havaittu: ${detail}`
}

/** What the system refused, and what to do about it. */
const systemWords: typeof en.failureParts.system = {
  'no-room': 'Levyllä ei ole tilaa.',
  'no-permission': 'Järjestelmäsi ei salli sitä siellä.',
  'read-only': 'Levyä voi vain lukea.',
  'too-large': 'Tiedosto on liian suuri tälle levylle.',
  gone: 'Tiedostoa tai sen kansiota ei enää ole.',
  'in-use': 'Se on toisen ohjelman käytössä.',
  defect: 'Levy ilmoittaa omasta viastaan.',
}

export const failureParts: typeof en.failureParts = {
  detail: detailWords,
  system: systemWords,
  code: (code) => `Virhekoodi ${code}`,
  reference: (id) => `Viite ${id}`,
  retryAt: (time) => `Voit yrittää uudelleen klo ${time}.`,
}
