import { expect, it } from 'vitest'
import { logIn, must, rig } from '../../../test/fakes/program'
import { ok } from '../../shared/failure'
import { textFor } from '../../shared/text'
import { ScriptDesk } from './desk'

it('takes a further start of the program over, though scripts are off and Latchkey is locked', async () => {
  const { program, keychain } = await rig()
  const heard: (readonly string[])[] = []
  const { views, quickLogin, language, sessions, scripts } = program
  const desk = new ScriptDesk({
    ...{ views, quickLogin, keychain, language, sessions, permission: scripts.permission },
    locked: () => true,
    startedAgain: (words) => heard.push(words),
  })
  expect(program.settings.value.scripts).toBe('off')
  const request = { ask: 'start' as const, words: ['--quick-login'] }
  const answer = await desk.serve(request, new AbortController().signal)
  expect(answer).toEqual({ answer: 'started' })
  expect(heard).toEqual([['--quick-login']])
  await program.close()
})

it('gives no token that was on its way when Latchkey was locked', async () => {
  const latchkey = await rig()
  const { program, keychain } = latchkey
  await logIn(latchkey, 'kim@example.com')
  must(await program.settings.change({ scripts: 'on' }))
  let locked = false
  const desk = new ScriptDesk({
    ...{
      views: program.views,
      quickLogin: program.quickLogin,
      keychain,
      language: program.language,
    },
    permission: program.scripts.permission,
    locked: () => locked,
    startedAgain: () => undefined,
    sessions: {
      token: () => {
        locked = true
        return Promise.resolve(ok('token-of-kim'))
      },
    },
  })
  const request = { v: 1, ask: 'token', program: 'deploy.sh', service: 'made-up' } as const
  expect(await desk.serve(request, new AbortController().signal)).toEqual({
    answer: 'no',
    why: 'refused',
    message: textFor('en').scriptAnswers.latchkeyLocked,
  })
  await program.close()
})
