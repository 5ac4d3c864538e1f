import { describe, expect, it } from 'vitest'
import type { AccountView, ServerView, ServiceView } from '../../shared/account'
import { accountId, adapterId, serverId } from '../../shared/account'
import { textFor } from '../../shared/text'
import { chooseForSwitch, chooseForToken, type Known } from './choose'

const words = textFor('en').scriptAnswers

function service(adapter: string, name: string): ServiceView {
  return { adapter: adapterId.parse(adapter), name } as Partial<ServiceView> as ServiceView
}
function server(adapter: string, baseUrl: string, name: string): ServerView {
  const id = serverId.parse(`${adapter}+${baseUrl}`)
  return {
    id,
    adapter: adapterId.parse(adapter),
    baseUrl,
    name,
  } as Partial<ServerView> as ServerView
}
function account(server: string, label: string, email: string, active = false): AccountView {
  const at = { server: serverId.parse(server), adapter: adapterId.parse(server.split('+')[0]) }
  const id = accountId.parse(`${label}-${email}-${server}`.slice(0, 64))
  return { id, ...at, label, email, active } as Partial<AccountView> as AccountView
}

const production = 'ruuvi+https://network.ruuvi.com'
const testnet = 'ruuvi+https://testnet.ruuvi.com'
const files = 'cloudreve+https://files.example.org:8443'

const known: Known = {
  services: [
    service('ruuvi', 'Ruuvi Cloud'),
    service('cloudreve', 'Cloudreve'),
    service('ipcola', 'IPCola'),
  ],
  servers: [
    server('ruuvi', 'https://network.ruuvi.com', 'Production'),
    server('ruuvi', 'https://testnet.ruuvi.com', 'Testnet'),
    server('cloudreve', 'https://files.example.org:8443', 'Family files'),
    server('ipcola', 'https://api.ipcola.com', 'IPCola'),
  ],
  accounts: [
    account(production, 'Home', 'home@a.example', true),
    account(production, 'Work', 'work@a.example'),
    account(testnet, 'home', 'home@a.example', true),
    account(files, 'Files', 'files@a.example'),
  ],
}

function token(service: string, name?: string): string {
  const choice = chooseForToken(known, service, name, words)
  return 'account' in choice
    ? `${choice.account.label} ${choice.account.server}`
    : [choice.problem, ...choice.choices].join('\n')
}

describe('the account for a token', () => {
  it('is the active one of a server, by its name, host or address', () => {
    for (const word of ['testnet', 'testnet.ruuvi.com', 'https://TESTNET.ruuvi.com/']) {
      expect(token(word)).toBe(`home ${testnet}`)
    }
  })

  it('is none when accounts are active at several servers of the service, which are listed', () => {
    for (const word of ['ruuvi', 'Ruuvi Cloud']) {
      expect(token(word)).toMatch(/network\.ruuvi\.com\n.*testnet\.ruuvi\.com/)
    }
  })

  it('is the one that is named, exactly before without regard to case', () => {
    expect(token('ruuvi', 'Home')).toBe(`Home ${production}`)
    expect(token('ruuvi', 'home')).toBe(`home ${testnet}`)
    expect(token('ruuvi', 'WORK@a.example')).toBe(`Work ${production}`)
  })

  it('is none when the name fits several, which are listed', () => {
    expect(token('ruuvi', 'home@a.example')).toMatch(
      /Home <home@a\.example> \(.*network.*\n.*testnet/,
    )
    expect(token('ruuvi', 'HOME')).toMatch(/several/)
  })

  it('is none where none is active, none is there, or there is no such service', () => {
    expect(token('files.example.org')).toMatch(/No account is active.*\nFiles/)
    expect(token('files.example.org:8443', 'Files')).toBe(`Files ${files}`)
    expect(token('ipcola')).toMatch(/no account/i)
    expect(token('nowhere')).toMatch(/ruuvi\ncloudreve\nipcola/)
    expect(token('ruuvi', 'Files')).toMatch(/no account “Files”/)
  })
})

it('the account for a switch is looked for everywhere, or at one service', () => {
  const at = (name: string, service?: string) => {
    const choice = chooseForSwitch(known, name, service, words)
    return 'account' in choice ? choice.account.server : choice.choices.length
  }
  expect(at('Files')).toBe(files)
  expect(at('home@a.example')).toBe(2)
  expect(at('home@a.example', 'testnet')).toBe(testnet)
  expect(at('nobody')).toBe(0)
})
