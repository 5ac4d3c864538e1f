/** What the steps say, in English. Other languages take their shape from this. */

/** A captcha's name as people know it; there is none for a kind that is new. */
function captchaName(kind: string): string {
  return kind === 'unknown' ? 'a captcha' : kind
}

export const steps = {
  fields: {
    email: 'E-mail',
    password: 'Password',
    newPassword: 'Password',
    newPasswordHint: '6 to 64 characters.',
    language: 'Language',
    languageHint: 'For the site’s pages and mails.',
    captcha: 'Characters in the picture',
    captchaHint: 'If it shows a sum, enter the result.',
    activationLink: 'Activation link',
    resetLink: 'Link from the mail',
    linkHint: 'In the mail, right-click the button and copy the link’s address.',
    code: 'One-time code',
    codeHint: 'Six digits from your authenticator.',
    token: 'Refresh token',
    tokenHint: 'The token alone, or the JSON that holds it.',
  },
  actions: {
    newCaptcha: 'New picture',
    openSite: 'Open the site',
    resend: 'Send the mail again',
    opened: 'I opened the link',
    tryLogin: 'Try to log in',
    signUpAgain: 'Register again',
    forgot: 'I forgot my password',
    ways: 'How does this account log in?',
    back: 'Back',
  },
  signUp: {
    title: 'Register',
    text: (site: string) => `Your account at ${site}. Depending on the site, it mails you a link.`,
    known: (site: string, email: string) => `An account at ${site} for ${email}.`,
    terms: (url: string) => `By registering you accept the site’s terms: ${url}`,
    submit: 'Register',
  },
  signUpUnsure: {
    title: 'Was the account made?',
    text: (site: string, email: string) =>
      `${site} did not answer, so the account for ${email} may or may not exist. Try to log in: that changes nothing. If it does not exist, register again; an address can never get two accounts here.`,
    waiting: (email: string) => `It is not known whether the account for ${email} was made.`,
  },
  signUpInBrowser: {
    title: 'Register in your browser',
    text: (site: string, kind: string) =>
      `${site} checks new accounts with ${captchaName(kind)}, which works only on its own page. Open the site, register there, then go on here.`,
    submit: 'I have registered: log in',
  },
  activate: {
    title: 'Activate your account',
    sent: (site: string, email: string) =>
      `${site} sent a mail to ${email}. Paste the link from it, or open it in your browser and say so here. It is good for 24 hours.`,
    asked: (site: string, email: string) =>
      `${site} was asked to mail a link to ${email}. Paste it, or open it in your browser and say so here. It is good for 24 hours.`,
    sentAgain: (site: string, email: string) =>
      `There was already an account for ${email} that is not activated, so ${site} sent its mail again. Paste the link from it, or open it in your browser and say so here.`,
    firstPasswordStays:
      'The password that was chosen first stays; the one you typed just now is not used.',
    earlier: (site: string, email: string) =>
      `Paste the activation link that ${site} mailed to ${email}, or open it in your browser and say so here. No new mail has been sent.`,
    unknown: (site: string) =>
      `Paste the activation link that ${site} mailed, and the address that it was mailed to. No new mail has been sent.`,
    mailFailed: (email: string) =>
      `The account for ${email} is prepared, but its mail could not be sent. Send it again, or ask whoever runs the site.`,
    mailUnsure:
      'The site did not answer, so it may or may not have sent the mail. Check your mailbox; if nothing comes, send it again.',
    unsure:
      'The site did not answer, so the account may or may not be activated now. Try to log in: that changes nothing.',
    done: 'Your account is activated.',
    already: 'Your account has already been activated.',
    submit: 'Activate',
    waiting: (email: string) => `Waits for the activation link sent to ${email}.`,
  },
  resend: {
    title: 'Send the activation mail again',
    text: (site: string, email: string) =>
      `${site} sends it when somebody registers ${email} once more.`,
    password:
      'That needs a password. If the account exists, the site does not use it: the password chosen first stays. If it does not exist, it is made with this one.',
    submit: 'Send the mail',
    sent: (email: string) => `The mail was sent to ${email} again. Use the newest one.`,
  },
  login: {
    title: 'Log in',
    text: (site: string) => `To your account at ${site}.`,
    known: (site: string, email: string) => `To ${site} as ${email}.`,
    remembered: 'The password you chose is still known here.',
    hasPassword:
      'This account logs in with a password, so the one you typed was not the right one. You can reset it.',
    noPassword:
      'This account has no password: it logs in with a passkey or through another service, which only works on the site’s own page. Log in there and add its refresh token here.',
    accountMade: 'Your account has been made.',
    submit: 'Log in',
  },
  secondFactor: {
    title: 'Enter the one-time code',
    text: (site: string, email: string) =>
      `${site} wants one more proof for ${email}. You have 10 minutes.`,
    submit: 'Log in',
  },
  askReset: {
    title: 'Reset your password',
    text: (site: string) => `${site} mails a link with which you choose a new password.`,
    known: (site: string, email: string) =>
      `${site} mails a link to ${email} with which you choose a new password.`,
    submit: 'Send the mail',
  },
  reset: {
    title: 'Choose a new password',
    sent: (site: string, email: string) =>
      `${site} sent a mail to ${email}. Paste the link from it and choose a new password. The link is good for an hour; only the newest one works.`,
    asked: (site: string, email: string) =>
      `${site} was asked to mail a link to ${email}. Paste it and choose a new password. The link is good for an hour; only the newest one works.`,
    inBrowser: (site: string, kind: string) =>
      `Before it sends the mail, ${site} asks for ${captchaName(kind)}, which works only on its own page. Open the site, ask there, then paste the link from the mail here.`,
    mailUnsure:
      'The site did not answer, so it may or may not have sent the mail. Check your mailbox; if nothing comes, send it again.',
    unsure:
      'The site did not answer, so the new password may or may not be set. Try to log in with it: that changes nothing.',
    done: 'Your new password is set.',
    submit: 'Set the password',
    waiting: (email: string) => `Waits for the link to a new password sent to ${email}.`,
  },
  token: {
    title: 'Paste your token',
    text: (site: string) =>
      `Latchkey exchanges it at ${site} for a fresh pair of tokens, looks up whose they are, and keeps them in your system’s keychain.`,
    known: (email: string) => `It must belong to ${email}.`,
    where:
      'In a browser that is logged in to the site, open the developer tools, then Application or Storage, Local Storage, and copy the value of cloudreve_session.',
    because: (site: string, kind: string) =>
      `${site} checks logins with ${captchaName(kind)}, which works only on its own page. Open the site, log in there, then bring its token here.`,
    accessOnly:
      'This is an access token. It ends within hours and cannot be renewed; paste the refresh token that came with it.',
    submit: 'Check and add',
  },
  nameAccount: {
    title: 'Whose account is this?',
    text: (nickname: string | undefined) =>
      `The token works${nickname === undefined ? '' : ` and belongs to ${nickname}`}, but the site does not tell the e-mail address. Under which address should it be listed?`,
    submit: 'Add',
  },
  strangeHost: (host: string) =>
    `The link you pasted leads to ${host}, which is not this site. Only the parts that matter were used, and they were sent to your site, not there. Be careful with that mail.`,
}
