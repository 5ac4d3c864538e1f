/**
 * Cloudreve v4: everybody's own site, accounts with password, activation mail, second factor and a
 * token pair. In here lives what is true of Cloudreve only: its operations (`operations/`), its codes
 * (`failures.ts`), the steps that a person walks (`steps/`) and the words for them (`text/`). Nothing
 * in here knows the book, the keychain, a window or another service.
 */
import { defineAdapter } from '../walk'
import { originOf } from './address'
import { flows } from './flows'
import { sessionAbilities } from './sessions'
import { probe } from './site'
import { activateStep } from './steps/activate'
import { loginStep, secondFactorStep } from './steps/login'
import { resendStep } from './steps/resend'
import { askResetStep, resetStep } from './steps/reset'
import { signUpInBrowserStep, signUpStep, signUpUnsureStep } from './steps/sign-up'
import { cloudreveStep, type CloudreveMemory, type CloudreveStep } from './steps/step'
import { nameAccountStep, tokenStep } from './steps/token'
import { en, type CloudreveWords } from './text/en'
import { fi } from './text/fi'
import { zhHans } from './text/zh-Hans'

export const cloudreve = defineAdapter<CloudreveStep, CloudreveMemory, CloudreveWords>({
  id: 'cloudreve',
  name: 'Cloudreve',
  picture: 'cloud',
  site: 'https://cloudreve.org',
  linkHosts: ['cloudreve.org'],
  servers: {
    kind: 'sites',
    baseUrlOf: (address, words) => originOf(address, words.addressProblems),
    probe,
  },
  words: { en, 'zh-Hans': zhHans, fi },
  step: cloudreveStep,
  memory: {},
  flows,
  steps: {
    'sign-up': signUpStep,
    'sign-up-unsure': signUpUnsureStep,
    'sign-up-in-browser': signUpInBrowserStep,
    activate: activateStep,
    resend: resendStep,
    login: loginStep,
    'second-factor': secondFactorStep,
    'ask-reset': askResetStep,
    reset: resetStep,
    token: tokenStep,
    'name-account': nameAccountStep,
  },
  session: sessionAbilities,
})
