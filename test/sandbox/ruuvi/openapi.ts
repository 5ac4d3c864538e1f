import type { OpenAPIV3 } from 'openapi-types'

import type { Schema } from '../kit/schema'
import {
  bearer,
  bearerScheme,
  email,
  flag,
  inPath,
  inQuery,
  jsonAnswer,
  jsonBody,
  list,
  object,
  text,
} from '../kit/schema'

// Facts: seed Register User; Ruuvi OpenAPI sessions.yaml, sessions-id.yaml, Session.yaml; User API page "Get User Info".

const seconds: Schema = { type: 'integer', format: 'int64' }

function answers(data: Schema): OpenAPIV3.ResponsesObject {
  const result: Schema = { type: 'string', enum: ['success'] }
  return { '200': jsonAnswer('success', object({ result, data })), ...errors }
}

const error = jsonAnswer(
  'error',
  object(
    {
      result: { type: 'string', enum: ['error'] },
      error: text,
      code: text,
      sub_code: { type: 'string', nullable: true },
    },
    ['result', 'error', 'code'],
  ),
)

const errors: OpenAPIV3.ResponsesObject = {
  '400': error,
  '401': error,
  '403': error,
  '404': error,
  '429': error,
  '500': error,
}

const nothing: Schema = { type: 'object', additionalProperties: false }
const session = object({ id: seconds, createdAt: seconds, lastAccessed: seconds, current: flag })
const sensor = object({ sensor: text, name: text, owner: text, picture: text, public: flag }, [
  'sensor',
  'name',
])

/** Ruuvi Cloud's account operations. */
export const ruuviDocument: OpenAPIV3.Document = {
  openapi: '3.0.3',
  info: { title: 'Ruuvi Cloud, account operations', version: '1.0.0' },
  paths: {
    '/register': {
      post: {
        operationId: 'register',
        requestBody: jsonBody(object({ email })),
        responses: answers(object({ email })),
      },
    },
    '/verify': {
      get: {
        operationId: 'verify',
        parameters: [inQuery('token', { type: 'string', minLength: 1 })],
        responses: answers(object({ email, accessToken: text, newUser: flag })),
      },
    },
    '/user': {
      get: {
        operationId: 'user',
        security: bearer,
        responses: answers(object({ email, sensors: list(sensor) })),
      },
    },
    '/sessions': {
      get: {
        operationId: 'sessions',
        security: bearer,
        responses: answers(object({ sessions: list(session) })),
      },
      delete: { operationId: 'endAllSessions', security: bearer, responses: answers(nothing) },
    },
    '/sessions/{id}': {
      delete: {
        operationId: 'endSession',
        security: bearer,
        parameters: [inPath('id', { type: 'integer', format: 'int64' })],
        responses: answers(nothing),
      },
    },
  },
  components: bearerScheme,
}
