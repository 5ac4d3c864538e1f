import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readAnswer, readField } from './answer'

const schema = z.object({
  code: z.number(),
  data: z.object({ token: z.object({ access_token: z.string().min(1) }) }),
})

describe('readAnswer', () => {
  it('gives what the schema reads and leaves out what it does not know', () => {
    const json = { code: 0, extra: 1, data: { token: { access_token: 'a', other: 2 } } }
    expect(readAnswer(schema, json)).toEqual({
      ok: true,
      value: { code: 0, data: { token: { access_token: 'a' } } },
    })
  })

  it('names the first wrong field by its path and never its value', () => {
    const secret = 'SECRET-VALUE'
    const answer = readAnswer(schema, { code: secret, data: { token: { access_token: 7 } } })
    expect(answer).toEqual({ ok: false, failure: { code: 'unexpected-answer', detail: 'code' } })
    const deeper = readAnswer(schema, { code: 0, data: { token: { access_token: [secret] } } })
    expect(deeper).toEqual({
      ok: false,
      failure: { code: 'unexpected-answer', detail: 'data.token.access_token' },
    })
    expect(JSON.stringify([answer, deeper])).not.toContain(secret)
  })

  it('writes places in a list with brackets', () => {
    const list = z.object({ items: z.array(z.object({ id: z.string() })) })
    expect(readAnswer(list, { items: [{ id: 'a' }, { id: 1 }] })).toMatchObject({
      failure: { detail: 'items[1].id' },
    })
  })

  it('says so when the whole answer is of another shape', () => {
    for (const json of [null, undefined, 'text', []])
      expect(readAnswer(schema, json)).toMatchObject({ failure: { detail: '(the whole answer)' } })
  })

  it('follows the branch of a union that got furthest', () => {
    const either = z.object({ data: z.union([z.string(), schema.shape.data]) })
    expect(readAnswer(either, { data: { token: { access_token: '' } } })).toMatchObject({
      failure: { detail: 'data.token.access_token' },
    })
  })
})

describe('readField', () => {
  const part = schema.shape.data

  it('gives what the schema reads of the field alone', () => {
    const json = { code: 'not looked at', data: { token: { access_token: 'a', other: 2 } } }
    expect(readField(part, json, 'data')).toEqual({
      ok: true,
      value: { token: { access_token: 'a' } },
    })
  })

  it('names a wrong field by its path from the whole answer on', () => {
    for (const data of [{ token: { access_token: 7 } }, { token: {} }]) {
      expect(readField(part, { data }, 'data')).toMatchObject({
        failure: { code: 'unexpected-answer', detail: 'data.token.access_token' },
      })
    }
  })

  it('leaves it to the schema whether the field may be missing', () => {
    for (const json of [{}, null, 'text', Object.create({ data: 'inherited' })]) {
      expect(readField(z.string(), json, 'data')).toMatchObject({ failure: { detail: 'data' } })
      expect(readField(z.string().optional(), json, 'data')).toEqual({ ok: true, value: undefined })
    }
  })
})
