import type { OpenAPIV3 } from 'openapi-types'

import type { Schema } from '../kit/schema'
import {
  bearer,
  bearerScheme,
  dateTime,
  email,
  flag,
  inPath,
  inQuery,
  integer,
  jsonAnswer,
  jsonBody,
  list,
  object,
  optionalText,
  text,
} from '../kit/schema'

// Facts: seed Sign up; Cloudreve source routers/router.go, service/user, service/basic/site.go, pkg/serializer/response.go.

const group = object(
  {
    id: text,
    name: text,
    permission: text,
    direct_link_batch_size: integer,
    trash_retention: integer,
  },
  ['id', 'name'],
)

const user = object(
  {
    id: text,
    nickname: text,
    created_at: dateTime,
    email: text,
    status: { type: 'string', enum: ['active', 'inactive', 'manual_banned', 'sys_banned'] },
    avatar: { type: 'string', enum: ['file', 'gravatar'] },
    preferred_theme: text,
    anonymous: flag,
    group,
    pined: list(object({ uri: text, name: text }, ['uri'])),
    language: text,
    disable_view_sync: flag,
    share_links_in_profile: { type: 'string', enum: ['all_share', 'hide_share'] },
    credit: integer,
  },
  ['id', 'nickname', 'created_at'],
)

const tokens = object({
  access_token: text,
  refresh_token: text,
  access_expires: dateTime,
  refresh_expires: dateTime,
})

const siteBasics = object(
  {
    instance_id: text,
    title: text,
    logo: text,
    captcha_type: { type: 'string', enum: ['normal', 'recaptcha', 'tcaptcha', 'turnstile', 'cap'] },
    captcha_ReCaptchaKey: text,
    turnstile_site_id: text,
    captcha_cap_instance_url: text,
    captcha_cap_site_key: text,
    captcha_cap_asset_server: text,
    user,
    login_captcha: flag,
    reg_captcha: flag,
    forget_captcha: flag,
    authn: flag,
    register_enabled: flag,
    tos_url: text,
    privacy_policy_url: text,
  },
  [],
)

const newPassword: Schema = { type: 'string', minLength: 6, maxLength: 128 }
const anyPassword: Schema = { type: 'string', minLength: 4, maxLength: 128 }
const filled: Schema = { type: 'string', minLength: 1 }
/** Sent where the site asks for it; checked before the rest of the body. */
const captcha = { captcha: optionalText, ticket: optionalText }

/** Always HTTP 200; `data` is of the given shape where the code is 0. */
function answer(...data: readonly Schema[]): OpenAPIV3.ResponsesObject {
  const envelope = {
    code: integer,
    msg: text,
    error: optionalText,
    correlation_id: { type: 'string', format: 'uuid', nullable: true } satisfies Schema,
    aggregated_error: { type: 'object', nullable: true } satisfies Schema,
  }
  const withData = data.length === 0 ? envelope : { ...envelope, data: { oneOf: [...data] } }
  return {
    '200': jsonAnswer('code 0: done; 203: a next step is needed; else an error', {
      ...object(withData, ['code', 'msg']),
      additionalProperties: false,
    }),
  }
}

const hashId = inPath('id', text)

/** Cloudreve v4's account operations, all below /api/v4. */
export const cloudreveDocument: OpenAPIV3.Document = {
  openapi: '3.0.3',
  info: { title: 'Cloudreve v4, account operations', version: '4.18.0' },
  paths: {
    '/api/v4/site/ping': { get: { operationId: 'ping', responses: answer(text) } },
    '/api/v4/site/config/{section}': {
      get: {
        operationId: 'config',
        parameters: [inPath('section', text)],
        responses: answer(siteBasics),
      },
    },
    '/api/v4/site/captcha': {
      get: { operationId: 'captcha', responses: answer(object({ image: text, ticket: text })) },
    },
    '/api/v4/user': {
      post: {
        operationId: 'signUp',
        requestBody: jsonBody(
          object({ email, password: newPassword, language: optionalText, ...captcha }, [
            'email',
            'password',
          ]),
        ),
        responses: answer(user),
      },
    },
    '/api/v4/user/activate/{id}': {
      get: {
        operationId: 'activate',
        parameters: [hashId, inQuery('sign', filled)],
        responses: answer(user),
      },
    },
    '/api/v4/user/me': {
      get: { operationId: 'me', security: bearer, responses: answer(user) },
    },
    '/api/v4/user/info/{id}': {
      get: { operationId: 'profile', parameters: [hashId], responses: answer(user) },
    },
    '/api/v4/user/capacity': {
      get: {
        operationId: 'capacity',
        security: bearer,
        responses: answer(object({ total: integer, used: integer })),
      },
    },
    '/api/v4/user/setting': {
      get: {
        operationId: 'settings',
        security: bearer,
        responses: answer(
          object({ two_fa_enabled: flag, passwordless: flag, passkeys: list(object({})) }, [
            'two_fa_enabled',
            'passwordless',
          ]),
        ),
      },
      patch: {
        operationId: 'changeSettings',
        security: bearer,
        requestBody: jsonBody(
          object({ current_password: anyPassword, new_password: newPassword, nickname: text }, []),
        ),
        responses: answer(),
      },
    },
    '/api/v4/user/reset': {
      post: {
        operationId: 'askReset',
        requestBody: jsonBody(object({ email, language: optionalText, ...captcha }, ['email'])),
        responses: answer(),
      },
    },
    '/api/v4/user/reset/{id}': {
      patch: {
        operationId: 'reset',
        parameters: [hashId],
        requestBody: jsonBody(object({ password: newPassword, secret: filled })),
        responses: answer(user),
      },
    },
    '/api/v4/session/prepare': {
      get: {
        operationId: 'prepareLogin',
        parameters: [inQuery('email', email)],
        responses: answer(
          object({ webauthn_enabled: flag, password_enabled: flag, sso_enabled: flag }, [
            'webauthn_enabled',
            'password_enabled',
          ]),
        ),
      },
    },
    '/api/v4/session/token': {
      post: {
        operationId: 'signIn',
        requestBody: jsonBody(
          object({ email, password: anyPassword, ...captcha }, ['email', 'password']),
        ),
        responses: answer(object({ user, token: tokens }), text),
      },
      delete: {
        operationId: 'signOut',
        requestBody: jsonBody(object({ refresh_token: filled })),
        responses: answer(text),
      },
    },
    '/api/v4/session/token/2fa': {
      post: {
        operationId: 'secondFactor',
        requestBody: jsonBody(object({ otp: filled, session_id: filled })),
        responses: answer(object({ user, token: tokens })),
      },
    },
    '/api/v4/session/token/refresh': {
      post: {
        operationId: 'refresh',
        requestBody: jsonBody(object({ refresh_token: filled })),
        responses: answer(tokens),
      },
    },
  },
  components: bearerScheme,
}
