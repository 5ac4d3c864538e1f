import type { OpenAPIV3 } from 'openapi-types'

/** The words that the services' OpenAPI documents are written in. */

export type Schema = OpenAPIV3.SchemaObject
export type Properties = Readonly<Record<string, Schema>>

export const text: Schema = { type: 'string' }
export const optionalText: Schema = { type: 'string', nullable: true }
export const integer: Schema = { type: 'integer' }
export const flag: Schema = { type: 'boolean' }
export const email: Schema = { type: 'string', format: 'email' }
export const dateTime: Schema = { type: 'string', format: 'date-time' }

/** An object; every property is required unless `required` names those that are. */
export function object(properties: Properties, required?: readonly string[]): Schema {
  return {
    type: 'object',
    properties,
    ...(required?.length === 0 ? {} : { required: [...(required ?? Object.keys(properties))] }),
  }
}

export function list(items: Schema): Schema {
  return { type: 'array', items }
}

export function jsonBody(schema: Schema): OpenAPIV3.RequestBodyObject {
  return { required: true, content: { 'application/json': { schema } } }
}

export function jsonAnswer(description: string, schema: Schema): OpenAPIV3.ResponseObject {
  return { description, content: { 'application/json': { schema } } }
}

export function inQuery(name: string, schema: Schema): OpenAPIV3.ParameterObject {
  return { name, in: 'query', required: true, schema }
}

export function inPath(name: string, schema: Schema): OpenAPIV3.ParameterObject {
  return { name, in: 'path', required: true, schema }
}

export const bearer: OpenAPIV3.SecurityRequirementObject[] = [{ token: [] }]

export const bearerScheme: OpenAPIV3.ComponentsObject = {
  securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
}
