import type { OpenAPIV3 } from 'openapi-types'

import type { Properties } from '../kit/schema'
import {
  bearer,
  bearerScheme,
  flag,
  integer,
  jsonAnswer,
  jsonBody,
  list,
  object,
  text,
} from '../kit/schema'

// Facts: seeds user register, user login, user reset password; documentation pages get captcha and get user info.

function fields(...names: readonly string[]): OpenAPIV3.RequestBodyObject {
  return jsonBody(object(Object.fromEntries(names.map((name) => [name, text]))))
}

/** Only HTTP 200 is documented; a failure comes as 200 too and may lack what is beyond the envelope. */
function answer(more: Properties = {}): OpenAPIV3.ResponsesObject {
  const envelope = { meta_message: text, meta_status: integer }
  const schema = object({ ...envelope, ...more }, Object.keys(envelope))
  return { '200': jsonAnswer('meta_status 1 is success, negative is an error', schema) }
}

const user = object(
  {
    account_limit: integer,
    created_unixtime: integer,
    email: text,
    forbidden: flag,
    id: integer,
    is_super_token: flag,
    parent_user_id: integer,
    password: text,
    permissions: list(text),
    reference_key: text,
    reference_user_id: integer,
    register_continent_code: text,
    register_country_code: text,
    register_ipv4: text,
    register_region: text,
    roles: list(text),
    subsidy_rate: { type: 'number' },
    token: text,
    user_tag: text,
    whitelist_limit: integer,
  },
  [],
)

/** IPCola's account operations. */
export const ipcolaDocument: OpenAPIV3.Document = {
  openapi: '3.0.3',
  info: { title: 'IPCola, account operations', version: '1.0.0' },
  paths: {
    '/api/user/register': {
      post: {
        operationId: 'register',
        requestBody: fields('email', 'password', 'reference_key', 'user_tag', 'vcode'),
        responses: answer({ token: text }),
      },
    },
    '/api/user/login': {
      post: {
        operationId: 'login',
        requestBody: fields('user_tag', 'captcha', 'captcha_id', 'email', 'password'),
        responses: answer({ token: text }),
      },
    },
    '/api/user/reset_password': {
      post: {
        operationId: 'resetPassword',
        requestBody: fields('email', 'password', 'user_tag', 'vcode'),
        responses: answer(),
      },
    },
    '/api/user/captcha': {
      get: { operationId: 'captcha', responses: answer({ content: text, id: text }) },
    },
    '/api/user/info': {
      get: { operationId: 'userInfo', security: bearer, responses: answer({ user }) },
    },
  },
  components: bearerScheme,
}
