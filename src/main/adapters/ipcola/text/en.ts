/** IPCola's words in English. */
export const en = {
  tagline:
    'Proxy service. Registering and resetting the password need a code of 16 characters from a mail.',
  asks: [
    {
      what: 'A code from a mail',
      why: 'It shows that the address is yours. You ask for it on IPCola’s own site, which mails it to you; it is needed to register and to reset the password.',
    },
    {
      what: 'A password',
      why: 'You choose it when you register. Latchkey keeps it only if you ask for that, and only in your keychain.',
    },
    {
      what: 'A picture to read',
      why: 'IPCola shows one at each login, so that programs cannot try passwords. Only you can answer it; then your token goes into the keychain.',
    },
  ],
  flows: {
    register: {
      title: 'Register',
      text: 'You need a code that IPCola mails to you. Have your mailbox at hand.',
    },
    login: {
      title: 'Log in',
      text: 'With e-mail, password and a picture to read.',
    },
    verify: {
      title: 'Confirm an address',
      text: 'IPCola confirms an address while it is registered or its password is reset, with the code from the mail. There is nothing else to confirm: register instead.',
    },
    reset: {
      title: 'Reset the password',
      text: 'You need a code that IPCola mails to you. Afterwards you log in with the new password.',
    },
    token: {
      title: 'Add an existing token',
      text: 'Paste a token that you already have. It is checked before it is stored.',
    },
  },
  facts: {
    id: 'User number',
    created: 'Member since',
    country: 'Registered in',
    roles: 'Roles',
    'account-limit': 'Account limit',
    'whitelist-limit': 'Whitelist limit',
    'reference-key': 'Your reference key',
  },
  fields: {
    email: 'E-mail',
    password: 'Password',
    newPassword: 'New password',
    newPasswordHint: 'IPCola publishes no rules for passwords. A long one is best.',
    vcode: 'Code from the mail',
    vcodeHint: '16 characters. Paste them from the newest mail.',
    referenceKey: 'Reference key',
    referenceKeyHint: 'Only if somebody recommended IPCola to you.',
    captcha: 'What does the picture say?',
    captchaHint: 'If it is a sum, enter the result.',
    token: 'Token',
    tokenHint: 'With or without the word Bearer in front.',
    tokenEmail: 'E-mail of the account',
    tokenEmailHint: 'Only needed if IPCola does not tell it.',
  },
  address: {
    register: { title: 'Which address should the account have?', text: 'The code goes there.' },
    reset: { title: 'Whose password should be reset?', text: 'The code goes to this address.' },
    known: (email: string) => `The account will be for ${email}. The code goes there.`,
    submit: 'Continue',
  },
  vcode: {
    register: { title: 'Enter the code, choose a password', submit: 'Register' },
    reset: { title: 'Enter the code, choose a new password', submit: 'Set the new password' },
    byHand: (email: string) =>
      `IPCola mails a code to ${email}. Latchkey cannot ask for it: how a program does that is documented nowhere. Ask for it on IPCola’s own site with this address, then paste it here.`,
    bySettings: (email: string) =>
      `IPCola mails a code to ${email}. Have it sent, then paste it here.`,
    sent: (email: string) => `IPCola was asked to mail a code to ${email}. Paste it here.`,
    send: 'Send the code',
    sendAgain: 'Send a new code',
    sentNow: 'The code is on its way. Use the newest mail.',
    openSite: 'Open IPCola’s site',
    logIn: 'Log in instead',
    tryLogIn: 'Try to log in',
    unsure: {
      register:
        'It is not known whether the account was made. Try to log in with the password you chose; only if that fails, register again with a new code.',
      reset:
        'It is not known whether the new password holds. Try to log in with it; only if that fails, reset again with a new code.',
    },
  },
  login: {
    title: 'Log in',
    text: 'IPCola shows a picture at each login.',
    known: (email: string) => `Log in as ${email}. IPCola shows a picture at each login.`,
    after: {
      register: (email: string) =>
        `The account ${email} has been made, but IPCola gave no token. Read the picture to log in.`,
      reset: (email: string) =>
        `The new password of ${email} is set. Read the picture to log in with it.`,
      unsure: (email: string) =>
        `Read the picture to try to log in as ${email} with the password you chose.`,
    },
    submit: 'Log in',
    newPicture: 'New picture',
    otherPassword: 'Use another password',
  },
  waiting: {
    register: (email: string) => `Waits for the code sent to ${email}.`,
    reset: (email: string) => `Waits for the code to reset the password, sent to ${email}.`,
    login: (email: string) => `Log in as ${email} to finish.`,
  },
  token: {
    title: 'Paste your token',
    text: 'Latchkey asks IPCola whose token it is, then keeps it in your system’s keychain.',
    known: (email: string) => `It must belong to ${email}.`,
    submit: 'Check and add',
  },
  settings: {
    vcodeMethod: {
      label: 'Method of the code request',
      hint: 'How IPCola is asked to mail a code is documented nowhere. If you know it, enter it here.',
    },
    vcodePath: {
      label: 'Path of the code request',
      hint: 'Begins with /. Empty means off: then you ask for the code on IPCola’s site.',
    },
    vcodeBody: {
      label: 'Body of the code request',
      hint: 'JSON for POST, with {email} where the address goes.',
    },
    notAMethod: 'Choose POST or GET.',
    notAPath: 'Enter a path on this server that begins with a single / and holds no blanks.',
    notJson: 'Enter a JSON object, such as {"email": "{email}"}.',
    noMark: 'Put {email} where the address goes.',
  },
}

export type IpcolaWords = typeof en
