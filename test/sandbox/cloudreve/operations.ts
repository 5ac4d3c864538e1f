/** The operations of the sandbox's OpenAPI document for Cloudreve. */
export const cloudreveOperations = [
  'ping',
  'config',
  'captcha',
  'signUp',
  'activate',
  'me',
  'profile',
  'capacity',
  'settings',
  'changeSettings',
  'askReset',
  'reset',
  'prepareLogin',
  'signIn',
  'signOut',
  'secondFactor',
  'refresh',
] as const

export type CloudreveOperation = (typeof cloudreveOperations)[number]
