import type * as en from '../en/privacy'

export const privacy: typeof en.privacy = {
  title: 'Yksityisyys ja näyttö',
  hideAddresses: 'Piilota osoitteet',
  hideAddressesHint:
    'Ikkunoissa, ilmoitusalueella ja ilmoituksissa näkyy k…@example.com, kun muut näkevät näyttösi. Haku löytää yhä kokonaiset osoitteet.',
  anywhere: 'Missä tahansa Latchkeyn ikkunassa:',
  contentProtection: 'Jätä ikkunat pois kuvakaappauksista',
  contentProtectionHint: {
    mac: 'Latchkeyn ikkunat eivät näy kuvakaappauksissa eivätkä jaetussa näytössä. Jotkin uudemmat ohjelmat tallentavat ne silti.',
    windows:
      'Latchkeyn ikkunat puuttuvat kuvakaappauksista ja jaetusta näytöstä tai näkyvät mustina.',
  },
  contentProtectionUnavailable: 'Ei mahdollista Linuxissa. Piilota sen sijaan osoitteet.',
  clipboard: 'Poista kopioidut tunnisteet leikepöydältä',
  clipboardHint: {
    linux:
      'Vain, jos ne ovat yhä siellä. Myös kun Latchkey lukitaan tai lopetetaan. Waylandissa tähän pystyy vain edessä oleva ikkuna. Kun Latchkey on taustalla tai lukitaan, se voi epäonnistua: siitä kerrotaan sinulle, ja se tehdään, kun palaat. Lopettamisen jälkeen tunniste voi jäädä leikepöydälle.',
    mac: 'Vain, jos ne ovat yhä siellä. Myös kun Latchkey lukitaan tai lopetetaan.',
    windows: 'Vain, jos ne ovat yhä siellä. Myös kun Latchkey lukitaan tai lopetetaan.',
  },
  after: (seconds) =>
    seconds < 60 || seconds % 60 !== 0
      ? `${seconds} sekunnin kuluttua`
      : seconds === 60
        ? 'Minuutin kuluttua'
        : `${seconds / 60} minuutin kuluttua`,
}

export const diagnostics: typeof en.diagnostics = {
  title: 'Vianmääritys',
  hint: 'Vikailmoitusta varten. Näet kopioitavan tekstin, ennen kuin kopioit sen.',
  open: 'Kopioi vianmääritystiedot…',
  text: 'Tämä on koko kopioitava teksti. Siinä ei ole tunnisteita eikä salasanoja, ja osoitteet sekä omat sivustosi on peitetty.',
  whatIsCopied: 'Kopioitava teksti',
  copy: 'Kopioi',
  copied: 'Kopioitu.',
  close: 'Sulje',
  showLog: 'Avaa lokin kansio',
}
