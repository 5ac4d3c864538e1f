/** The built app started twice on one profile, within fifty milliseconds: exactly one goes on. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { launchOnChromiumHost, type HostedApp } from '../../chromium-host/launch'
import { Findings, type Outcome } from '../fault'
import { bookText } from './shelf'

const hostFile = resolve('out/tools/chromium-host.mjs')

/** Milliseconds between the two starts. */
const apart: readonly number[] = [0, 1, 5, 20, 50]

export async function twoPrograms(): Promise<Outcome> {
  const findings = new Findings()
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-two-'))
  await writeFile(join(profile, 'book.json'), bookText)
  const env = { ...process.env, LATCHKEY_PROFILE: profile, LATCHKEY_SEAM: '1', HOME: profile }
  const start = (): Promise<HostedApp> =>
    launchOnChromiumHost({ appDir: process.cwd(), env, hostFile })
  try {
    for (const [round, ms] of apart.entries()) {
      const second = sleep(ms).then(start)
      const both = await Promise.allSettled([start(), second])
      const running = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      const where = `${ms} ms apart${round === 0 ? '' : ', after a kill'}`
      const ended = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
      const why = `${where}: ${running.length} programs go on; ${ended.join(' ')}`
      findings.check(running.length === 1, why)
      const book = await readFile(join(profile, 'book.json'), 'utf8')
      const same = book === bookText
      if (!same) findings.count({ accountsLost: 1 }, `${where}: the book has changed`)
      // The next round begins as after a crash: whatever stood for the lock is still there.
      for (const app of running) await app.kill()
    }
    return findings.outcome(`two programs on one profile, ${apart.length} times`)
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
