import { describe, expect, it } from 'vitest'
import { textFor } from '../shared/text'
import { readWords, wordsForCommand } from './words'

const text = textFor('en').command
const read = (line: string) => readWords(line === '' ? [] : line.split(' '), text)

describe('words', () => {
  it('become a task', () => {
    expect(read('token ruuvi')).toEqual({
      do: 'token',
      service: 'ruuvi',
      account: undefined,
      json: false,
    })
    expect(read('token --json ruuvi -a me@a.example')).toMatchObject({
      account: 'me@a.example',
      json: true,
    })
    expect(read('accounts --all')).toEqual({ do: 'accounts', all: true, json: false })
    expect(read('switch Home --service=ruuvi')).toEqual({
      do: 'switch',
      account: 'Home',
      service: 'ruuvi',
    })
    expect(read('completion zsh')).toEqual({ do: 'completion', shell: 'zsh' })
    for (const help of ['help', '--help', '-h', 'token --help']) {
      expect(read(help)).toEqual({ do: 'help' })
    }
    expect(read('--version')).toEqual({ do: 'version' })
  })

  it('take an account that begins with a dash', () => {
    expect(read('token ruuvi --account=-home')).toMatchObject({ account: '-home' })
    expect(read('switch -- -home')).toMatchObject({ do: 'switch', account: '-home' })
  })

  it.each([
    '',
    'tokens',
    'token',
    'token ruuvi work',
    'token ruuvi --all',
    'token ruuvi --account',
    'token ruuvi --account=',
    'token ruuvi --password x',
    'accounts ruuvi',
    'accounts --service ruuvi',
    'switch',
    'completion',
    'completion tcsh',
    'toString',
    '__proto__',
  ])('are refused with a reason: “%s”', (line) => {
    const task = read(line)
    expect(task.do).toBe('nothing')
    if (task.do === 'nothing') expect(task.problem.length).toBeGreaterThan(10)
  })
})

describe('the program’s own words', () => {
  it('follow the program when it is packaged, and its folder in a checkout', () => {
    expect(wordsForCommand(['/opt/latchkey', 'token', 'ruuvi'], true)).toEqual(['token', 'ruuvi'])
    const checkout = ['electron', '--no-sandbox', '/src/latchkey', 'accounts']
    expect(wordsForCommand(checkout, false)).toEqual(['accounts'])
  })

  it('may follow switches that are not ours, as an AppImage adds one', () => {
    const words = (...argv: string[]) => wordsForCommand(['/tmp/.mount_x/latchkey', ...argv], true)
    expect(words('--no-sandbox', 'token', 'ruuvi')).toEqual(['token', 'ruuvi'])
    expect(words('--no-sandbox', '--help')).toEqual(['--help'])
    expect(words('--no-sandbox', '-h')).toEqual(['-h'])
    // None of ours is lost: the token would come out in another form.
    expect(words('--no-sandbox', '--json', 'token', 'ruuvi')).toEqual(['--json', 'token', 'ruuvi'])
    expect(words('--no-sandbox', '-a', 'Home', 'token')).toEqual(['-a', 'Home', 'token'])
    expect(words('--no-sandbox')).toBeUndefined()
    expect(words('--no-sandbox', '--hidden')).toBeUndefined()
    expect(words('--no-sandbox', '--quick-login')).toBeUndefined()
  })

  it('are a command even when there is no such one, which is then said', () => {
    const words = wordsForCommand(['/opt/latchkey', 'tokne', 'ruuvi'], true) ?? []
    expect(readWords(words, text)).toMatchObject({ do: 'nothing' })
  })

  it('are none when it is started as usual', () => {
    expect(wordsForCommand(['/Applications/Latchkey', '-psn_0_1'], true)).toBeUndefined()
    expect(wordsForCommand(['/opt/latchkey'], true)).toBeUndefined()
    expect(wordsForCommand(['/opt/latchkey', '--hidden'], true)).toBeUndefined()
    expect(wordsForCommand(['electron', '.'], false)).toBeUndefined()
    expect(wordsForCommand(['electron', '--no-sandbox', 'token'], false)).toBeUndefined()
  })
})
