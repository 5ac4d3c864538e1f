/**
 * The sandbox's own values, not IPCola's: which negative numbers IPCola uses and what they mean is
 * published nowhere. A client must not branch on them.
 */
export const ipcolaSandboxStatus = {
  success: 1,
  invalidRequest: -1001,
  wrongUserTag: -1002,
  wrongCaptcha: -1003,
  wrongCredentials: -1004,
  emailTaken: -1005,
  wrongVcode: -1006,
  vcodeExpired: -1007,
  unknownUser: -1008,
  notLoggedIn: -1009,
  forbidden: -1010,
} as const

export type IpcolaSandboxStatus = keyof typeof ipcolaSandboxStatus

/** The message of each status; again the sandbox's own words. */
export const ipcolaSandboxMessage: Readonly<Record<IpcolaSandboxStatus, string>> = {
  success: 'success',
  invalidRequest: 'invalid request',
  wrongUserTag: 'unknown user tag',
  wrongCaptcha: 'captcha error',
  wrongCredentials: 'email or password error',
  emailTaken: 'email already registered',
  wrongVcode: 'vcode error',
  vcodeExpired: 'vcode expired',
  unknownUser: 'user not found',
  notLoggedIn: 'please login',
  forbidden: 'user forbidden',
}
