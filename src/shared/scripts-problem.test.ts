import { expect, it } from 'vitest'
import { readScriptsProblem, scriptsProblemLine } from './scripts-problem'

it('reads back what is wrong with a path', () => {
  const path = '/home/anna: of old/run'
  expect(readScriptsProblem(scriptsProblemLine({ kind: 'open-to-others', path }))).toEqual({
    kind: 'open-to-others',
    path,
  })
  expect(readScriptsProblem(scriptsProblemLine({ kind: 'not-a-socket', path }))).toEqual({
    kind: 'wrong-kind',
    path,
  })
})

it('leaves what the system said as it is', () => {
  expect(readScriptsProblem('listen EADDRINUSE: address already in use')).toBeUndefined()
  expect(readScriptsProblem('missing')).toBeUndefined()
})
