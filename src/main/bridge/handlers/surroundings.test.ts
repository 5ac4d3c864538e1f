import { describe, expect, it } from 'vitest'
import { madeUpServer, must, rig, sendCode, type Rig } from '../../../../test/fakes/program'
import { serverIdOf } from '../../accounts/servers'
import { ipcola } from '../../adapters/ipcola'
import { ruuvi } from '../../adapters/ruuvi'

const nobody = { windowId: 1, paste: () => undefined }

type What = Parameters<Rig['program']['handlers']['window.openSite']>[0]

/** The page that a press of "open the site" opens. */
async function opening({ program, opened }: Rig, what: What): Promise<string | undefined> {
  must(await program.handlers['window.openSite'](what, nobody))
  return opened.at(-1)
}

describe('opening the site', () => {
  it('of a service opens the page for people, not the address that answers programs', async () => {
    const it = await rig({ adapters: [ipcola, ruuvi] })
    for (const [adapter, baseUrl, site] of [
      [ipcola, 'https://api.ipcola.com', 'https://dashboard.ipcola.com'],
      [ruuvi, 'https://network.ruuvi.com', 'https://station.ruuvi.com'],
    ] as const) {
      const server = serverIdOf(adapter.id, baseUrl)
      expect(await opening(it, { what: 'server', server })).toBe(site)
    }
  })

  it('of the sandbox opens the sandbox', async () => {
    const replace = { ipcola: 'http://127.0.0.1:4001' }
    const it = await rig({ adapters: [ipcola], overrides: { replace, beside: {} } })
    const server = serverIdOf(ipcola.id, replace.ipcola)
    expect(await opening(it, { what: 'server', server })).toBe(replace.ipcola)
  })

  it('from a step that names no page of its own opens the service’s', async () => {
    const it = await rig()
    const { id } = await sendCode(it, 'a@b.c')
    expect(await opening(it, { what: 'attempt', attempt: id })).toBe('https://made-up.example')
    expect(await opening(it, { what: 'server', server: madeUpServer })).toBe(
      'https://made-up.example',
    )
  })
})
