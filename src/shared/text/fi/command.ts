import type * as en from '../en/command'

export const command: typeof en.command = {
  help: `Käyttö:
  latchkey token SERVICE [--account LABEL|EMAIL] [--json]
  latchkey accounts [--all] [--json]
  latchkey switch LABEL|EMAIL [--service SERVICE]
  latchkey completion bash|zsh|fish

Antaa skripteille käynnissä olevan Latchkeyn tunnisteita. Salli se kerran
asetusten kohdassa ”Tunnisteet skripteille”.

  token       tulostaa aktiivisen tai nimeämäsi tilin tunnisteen
  accounts    luettelee tilit ilman salaisuuksia
  switch      tekee tilistä palvelimensa aktiivisen tilin
  completion  tulostaa komentotulkkisi täydennysskriptin

SERVICE on ipcola, ruuvi tai cloudreve taikka palvelimen nimi, isäntänimi tai
osoite. LABEL on tilin nimi ja EMAIL sen sähköpostiosoite.

  -a, --account LABEL|EMAIL   mikä tili
  -s, --service SERVICE       mistä tiliä etsitään
      --all                   luettele myös piilotetut tilit
      --json                  tulosta JSON-muodossa
  -h, --help                  tulosta tämä ohje
      --version               tulosta versio

Paluuarvot: 0 onnistui, 1 epäonnistui (esimerkiksi tunnistetta ei voitu
päivittää), 2 väärä käyttö tai tiliä ei ole, 3 Latchkey ei ole käynnissä,
4 tilille on kirjauduttava, 5 evätty (pois päältä, ei sallittu, lukossa).`,
  hint: 'Kokeile: latchkey --help',
  unknownCommand: (word) => `Komentoa ”${word}” ei ole.`,
  noCommand: 'Kerro, mitä tehdään.',
  needs: (what) => `${what} puuttuu.`,
  tooMuch: (word) => `”${word}” on yksi sana liikaa.`,
  notHere: (option) => `${option} ei kuulu tähän komentoon.`,
  empty: (option) => `${option} on tyhjä.`,
  noShell: (shell) => `Täydennys on vain tulkeille bash, zsh ja fish, ei tulkille ”${shell}”.`,
  switched: (account, server) => `${account} on aktiivinen palvelimella ${server}.`,
  notRunning: 'Latchkey ei ole käynnissä. Käynnistä se ja yritä uudelleen.',
  lost: 'Latchkey sulkeutui, ennen kuin se vastasi.',
  notUnderstood: 'Vastannut ohjelma ei ole tätä Latchkeyn versiota.',
  unproven:
    'Vastannut ohjelma ei ole sinun Latchkeysi, joten siltä ei kysytty mitään. Käynnistä Latchkey ja yritä uudelleen.',
  noAnswer: 'Latchkey ei vastannut ajoissa.',
  unsafe: {
    'other-owner': (path) =>
      `${path} kuuluu toiselle käyttäjälle, joten sieltä ei kysytty mitään. Latchkey antaa tunnisteita vain sille käyttäjälle, jonka nimissä se toimii.`,
    'open-to-others': (path) =>
      `Muut voivat avata kohteen ${path} tai muuttaa sitä, joten sieltä ei kysytty mitään. Poista muiden oikeudet siihen, jos kukaan muu ei tarvitse sitä; muuten pidä Latchkeyn kansiota muualla.`,
    'closed-to-us': (path) =>
      `${path} on suljettu tältä käyttäjältä. Latchkey antaa tunnisteita vain sille käyttäjälle, jonka nimissä se toimii.`,
    'wrong-kind': (path) =>
      `${path} on jotain muuta kuin mitä Latchkey sinne luo, joten sieltä ei kysytty mitään.`,
  },
}
