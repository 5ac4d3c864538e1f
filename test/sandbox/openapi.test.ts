import { default as addFormats } from 'ajv-formats'
import { OpenAPIBackend } from 'openapi-backend'
import type { OpenAPIV3 } from 'openapi-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { at, send } from './client'
import { cloudreveDocument } from './cloudreve/openapi'
import { cloudreveOperations } from './cloudreve/operations'
import { ipcolaDocument } from './ipcola/openapi'
import { ipcolaOperations } from './ipcola/operations'
import { ipcolaSandboxStatus } from './ipcola/status'
import { isObject } from './kit/answer'
import type { ServiceName } from './kit/names'
import { ruuviDocument } from './ruuvi/openapi'
import { ruuviOperations } from './ruuvi/operations'
import type { Sandbox } from './sandbox'
import { startSandbox } from './sandbox'

const documents: Readonly<Record<ServiceName, OpenAPIV3.Document>> = {
  ipcola: ipcolaDocument,
  ruuvi: ruuviDocument,
  cloudreve: cloudreveDocument,
}

interface Case {
  readonly service: ServiceName
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>> | undefined
  /** Whether the operation wants somebody who is logged in. */
  readonly secured: boolean
  /** The field that was left out or spoilt. */
  readonly field: string
}

const good: Readonly<Record<string, string>> = {
  email: 'kim@example.com',
  password: 'qwer123456',
  user_tag: 'ipcola',
  id: '1',
}
const valueOf = (field: string) => good[field] ?? 'something'

/** Each operation as it would be well-formed. */
function wellFormed(
  service: ServiceName,
): readonly (Case & { readonly required: readonly string[] })[] {
  return Object.entries(documents[service].paths).flatMap(([template, item]) =>
    (['get', 'post', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item?.[method]
      if (operation === undefined) return []
      const { operationId = '', parameters = [], requestBody } = operation
      const names = parameters.flatMap((one) =>
        'in' in one && one.in === 'query' ? [one.name] : [],
      )
      const fields = requiredFields(requestBody)
      return [
        {
          ...{ service, operation: operationId, method: method.toUpperCase(), field: '' },
          path: template.replace('{id}', '1').replace('{section}', 'login'),
          query: Object.fromEntries(names.map((name) => [name, valueOf(name)])),
          body:
            requestBody === undefined
              ? undefined
              : Object.fromEntries(fields.map((name) => [name, valueOf(name)])),
          secured: operation.security !== undefined,
          required: [...names, ...fields],
        },
      ]
    }),
  )
}

function requiredFields(body: OpenAPIV3.OperationObject['requestBody']): readonly string[] {
  const schema =
    body !== undefined && 'content' in body ? body.content['application/json']?.schema : {}
  return schema !== undefined && 'required' in schema ? (schema.required ?? []) : []
}

const operations = (['ipcola', 'ruuvi', 'cloudreve'] as const).flatMap(wellFormed)

const withoutOne: readonly Case[] = operations.flatMap((one) =>
  one.required.map((field) => ({
    ...one,
    field,
    query: omit(one.query, field),
    body: one.body === undefined ? undefined : omit(one.body, field),
  })),
)

const mistyped: readonly Case[] = operations.flatMap((one) =>
  Object.keys(one.body ?? {}).map((field) => ({
    ...one,
    field,
    body: { ...one.body, [field]: 7 },
  })),
)

function omit<Value>(
  values: Readonly<Record<string, Value>>,
  field: string,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== field))
}

describe('the documents', () => {
  test.each(Object.entries(documents))('%s is valid OpenAPI', async (_name, definition) => {
    const api = new OpenAPIBackend({
      ...{ definition, strict: true },
      customizeAjv: (ajv) => {
        addFormats(ajv)
        return ajv
      },
    })
    await expect(api.init()).resolves.toBe(api)
  })

  test('cover every operation that the services have', () => {
    const named = (service: ServiceName) =>
      operations.filter((one) => one.service === service).map(({ operation }) => operation)
    expect(named('ipcola').sort()).toEqual([...ipcolaOperations].sort())
    expect(named('ruuvi').sort()).toEqual([...ruuviOperations].sort())
    expect(named('cloudreve').sort()).toEqual([...cloudreveOperations].sort())
  })

  test('yield cases for every operation that has required fields', () => {
    expect(withoutOne.length).toBeGreaterThan(25)
    expect(mistyped.length).toBeGreaterThan(20)
  })
})

describe('a request that a document refuses', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
    sandbox.cloudreve.addUser({ email: 'someone@example.com', password: 'qwer123456' })
  })
  afterAll(() => sandbox.close())

  async function refused(one: Case): Promise<void> {
    const query = new URLSearchParams(one.query).toString()
    const answer = await send(`${sandbox.urls[one.service]}${one.path}?${query}`, {
      method: one.method,
      body: one.body,
      ...(one.secured
        ? { token: sandbox.cloudreve.tokenFor('someone@example.com').access_token }
        : {}),
    })
    switch (one.service) {
      case 'ipcola':
        expect(answer.status).toBe(200)
        return expect(at(answer, 'meta_status')).toBe(ipcolaSandboxStatus.invalidRequest)
      case 'ruuvi':
        expect(answer.status).toBe(400)
        return expect(answer.json).toMatchObject({ result: 'error', code: 'ER_INVALID' })
      case 'cloudreve':
        expect(answer.status).toBe(200)
        if (one.operation === 'activate') return expect(at(answer, 'code')).toBe(403)
        expect(at(answer, 'code')).toBe(40001)
        return expect(isObject(answer.json) && 'correlation_id' in answer.json).toBe(false)
    }
  }

  test.each(withoutOne)('$service $operation without $field', refused)
  test.each(mistyped)('$service $operation with a number as $field', refused)
})
