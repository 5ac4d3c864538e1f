import { default as addFormats } from 'ajv-formats'
import type { Document, Request, ValidationResult } from 'openapi-backend'
import { OpenAPIBackend } from 'openapi-backend'

/** Something that an OpenAPI document refuses in a request. */
export interface Problem {
  /** The field of the body, query or path; undefined where the whole body is missing or no JSON object. */
  readonly field: string | undefined
  /** The JSON Schema keyword that failed, such as `required`, `type`, `minLength`, `format`. */
  readonly keyword: string
}

/** A request that fits an operation's path and method. */
export interface Match {
  readonly operation: string
  readonly params: Readonly<Record<string, string>>
  /** What the document refuses in it, in the order of the document's fields. */
  readonly problems: readonly Problem[]
}

/** An OpenAPI document at work: finds the operation, checks the request, checks the answer. */
export interface Contract {
  match(request: Request): Match | undefined
  /** Throws when the service itself breaks its document: that is a bug of the sandbox. */
  checkAnswer(operation: string, status: number, body: unknown): void
}

// Compiling takes most of a start, and a compiled document holds no state: each is compiled once.
const compiled = new WeakMap<Document, Promise<Contract>>()

/** The contract of a document. `emailFormat` replaces the usual check of `format: email`. */
export function contractOf(document: Document, emailFormat?: RegExp): Promise<Contract> {
  const contract = compiled.get(document) ?? compile(document, emailFormat)
  compiled.set(document, contract)
  return contract
}

async function compile(document: Document, emailFormat: RegExp | undefined): Promise<Contract> {
  const api = new OpenAPIBackend({
    definition: document,
    quick: true, // Compiles each operation when it is first called; openapi.test.ts checks the documents whole.
    ajvOpts: { allErrors: true, strict: false },
    customizeAjv: (ajv) => {
      addFormats(ajv)
      if (emailFormat !== undefined) ajv.addFormat('email', emailFormat)
      return ajv
    },
  })
  await api.init()
  return {
    match: (request) => {
      const operation = api.matchOperation(request)
      if (operation?.operationId === undefined) return undefined
      const known = { ...request, query: knownQuery(request.query, operation.parameters) }
      const { errors } = api.validateRequest(known, operation)
      return {
        operation: operation.operationId,
        params: pathParams(operation.path, request.path),
        problems: (errors ?? []).map(problemOf),
      }
    },
    checkAnswer: (operation, status, body) => {
      const { errors } = api.validateResponse(body, operation, status)
      const error = errors?.[0]
      if (error === undefined) return
      throw new Error(`${operation} ${status}: ${error.instancePath} ${error.message ?? ''}`)
    },
  }
}

/** The services ignore query parameters that they do not know; the library would refuse them. */
function knownQuery(
  query: Request['query'],
  parameters: readonly object[] = [],
): Record<string, string | string[]> {
  const names = parameters.map((parameter) => ('name' in parameter ? parameter.name : undefined))
  return typeof query === 'object'
    ? Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)))
    : {}
}

function pathParams(template: string, path: string): Record<string, string> {
  const values = path.split('/')
  const params: Record<string, string> = {}
  for (const [index, part] of template.split('/').entries()) {
    if (!part.startsWith('{')) continue
    params[part.slice(1, -1)] = decoded(values[index] ?? '')
  }
  return params
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

type Refusal = NonNullable<ValidationResult['errors']>[number]

function problemOf(error: Refusal): Problem {
  // instancePath is "/requestBody/email", "/query/token" or "/path/id"; for a missing field it ends before it.
  const [, field] = error.instancePath.split('/').slice(1)
  const params: Record<string, unknown> = error.params
  const missing = params['missingProperty']
  const inside = error.instancePath !== '' && typeof missing === 'string' ? missing : undefined
  return { field: field ?? inside, keyword: error.keyword }
}
