/** Ruuvi Cloud's words in English. */
export const en = {
  tagline: 'Cloud for RuuviTag sensors. There is no password: a code comes by e-mail.',
  asks: [
    {
      what: 'Your e-mail address',
      why: 'There is no password: whoever reads the mail of this address gets in.',
    },
    {
      what: 'A code from a mail',
      why: 'Ruuvi Cloud mails it when you press the button, and not before. It works once, for a few minutes.',
    },
    {
      what: 'Nothing more',
      why: 'The code logs you in, and registers you if there was no account. The token goes into your keychain, so the next time no code is needed.',
    },
  ],
  flows: {
    register: {
      title: 'Register',
      text: 'Ruuvi Cloud mails a code to your address. Entering it registers you and logs you in.',
    },
    login: {
      title: 'Log in',
      text: 'Ruuvi Cloud mails a code to your address. Entering it logs you in.',
    },
    verify: {
      title: 'Enter a code',
      text: 'You already have a mail with a code or a link from Ruuvi Cloud.',
    },
    reset: {
      title: 'Reset the password',
      text: 'Ruuvi Cloud has no password, so there is none to reset. Log in with a fresh code instead. Other sessions stay logged in until they are ended: if somebody may have got in, end those too.',
    },
    token: {
      title: 'Add an existing token',
      text: 'Paste an access token that you already have. It is checked before it is stored.',
    },
  },
  facts: { sensors: 'Sensors', plan: 'Plan' },
  fields: {
    email: 'E-mail',
    code: 'Code or link',
    codeHint: 'Usually four characters from the mail. The whole link works too.',
    token: 'Access token',
    tokenHint: 'With or without the word Bearer in front.',
  },
  email: {
    title: { ask: 'Where should the code go?', known: 'Have a code sent' },
    ask: 'Ruuvi Cloud mails a short code. It may be good for a few minutes only, so keep your mailbox at hand.',
    known: (email: string) =>
      `Ruuvi Cloud mails a short code to ${email}. It may be good for a few minutes only, so keep your mailbox at hand.`,
    submit: 'Send the code',
  },
  code: {
    title: 'Enter the code',
    sent: (email: string) =>
      `Ruuvi Cloud mailed a code to ${email}. Type it here, or paste the link.`,
    asked: (email: string) =>
      `Ruuvi Cloud was asked to mail a code to ${email}. Type it here, or paste the link.`,
    notSent: (email: string) =>
      `Enter a code that Ruuvi Cloud mailed to ${email}. No new mail has been sent.`,
    unknown: 'Enter the code and the address that it was mailed to. No new mail has been sent.',
    linkUsesUp: 'Opening the link in a browser uses the code up: copy the link instead.',
    submit: 'Log in',
    resend: 'Send a new code',
    send: 'Send a code',
    ask: 'I have no code yet',
    sentAgain: (email: string) => `A new code is on its way to ${email}. Use the newest mail.`,
    mailUnsure:
      'Ruuvi Cloud did not answer, so it may or may not have sent the mail. Check your mailbox; if nothing comes, send a new code.',
    codeUnsure:
      'It is not known whether Ruuvi Cloud took the last code. A code works only once, so send a new code; that is safe.',
    strangeHost: (host: string) =>
      `The link you pasted leads to ${host}, which is not Ruuvi. Only its code was used, and it was sent to your server, not there. Be careful with that mail.`,
  },
  waiting: {
    sent: (email: string) => `Waits for the code sent to ${email}.`,
    unsure: (email: string) => `Waits for a code that may have been sent to ${email}.`,
  },
  done: {
    newUser: 'This Ruuvi Cloud account is new: it has just been made.',
    knownUser: 'You already had this Ruuvi Cloud account and are logged in to it.',
  },
  token: {
    title: 'Paste your token',
    text: 'Latchkey asks Ruuvi Cloud whose token it is, then keeps it in your system’s keychain.',
    known: (email: string) => `It must belong to ${email}.`,
    submit: 'Check and add',
  },
}

export type RuuviWords = typeof en
